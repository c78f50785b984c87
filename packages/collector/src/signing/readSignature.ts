/** The parts of a signature `v1.TIME.NONCE.MAC`: seconds since 1970, text, HMAC-SHA256 in hex. */
export type Signature = { at: string; nonce: string; mac: string };

const SIGNATURE = /^v1\.(\d{1,15})\.([\w-]{8,64})\.([0-9a-f]{64})$/;

/** Takes a signature apart; undefined when it is none. */
export function readSignature(text: string): Signature | undefined {
  const [, at, nonce, mac] = SIGNATURE.exec(text) ?? [];
  return at && nonce && mac ? { at, nonce, mac } : undefined;
}
