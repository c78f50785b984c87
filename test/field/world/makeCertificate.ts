import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A key and a certificate for `https`, as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate that nobody has signed but itself, for a browser that is told to take any. Node has no call for it. */
export function makeCertificate(name: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // ecdsa-with-SHA256
  const algorithm = der(0x30, oid('2a8648ce3d040302'));
  const subject = der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from(name)))));
  const dates = der(
    0x30,
    ...['20200101000000Z', '20491231235959Z'].map((day) => der(0x18, Buffer.from(day))),
  );
  const parts = [der(0x02, Buffer.from([1])), algorithm, subject, dates, subject, spki(publicKey)];
  const body = der(0x30, ...parts);
  const signature = sign('sha256', body, privateKey);
  const cert = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = cert
    .toString('base64')
    .match(/.{1,64}/g)
    ?.join('\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function spki(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

/** One value of ASN.1's DER: tag, length, content. */
function der(tag: number, ...content: Buffer[]): Buffer {
  const bytes = Buffer.concat(content);
  const { length } = bytes;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), bytes]);
}
