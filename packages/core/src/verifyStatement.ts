import { balanceOf } from './balanceOf.js';
import { CHAIN_START } from './CHAIN_START.js';
import { canonicalJson } from './canonicalJson.js';
import { chainText } from './chainText.js';
import { fromBase64Url } from './fromBase64Url.js';
import type { LedgerEntry } from './LedgerEntry.js';
import type { Statement } from './Statement.js';
import { statementProblem } from './statementProblem.js';
import { utf8 } from './utf8.js';

/** The part of WebCrypto that is needed. */
export type Subtle = {
  digest(algorithm: 'SHA-256', data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: 'Ed25519',
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<unknown>;
  verify(
    algorithm: 'Ed25519',
    key: unknown,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
};

/** A statement that is right, or what is wrong with it: in the first wrong line, counted from 1, unless it is the head or the signature. */
export type Verdict = { ok: true; statement: Statement } | { ok: false; line?: number; problem: string };

type Wrong = { line?: number; problem: string };

/**
 * Checks a statement: each line against the chain, the end of the chain and the balances against the head, and the head against its
 * signature by `publicKey` (base64url) or else by the key that it names itself. Uses nothing but `subtle`, and rejects when that has no Ed25519.
 */
export async function verifyStatement(input: unknown, subtle: Subtle, publicKey?: string): Promise<Verdict> {
  const shape = statementProblem(input);
  if (shape !== undefined) return { ok: false, ...shape };
  const statement = input as Statement;
  const wrong =
    (await wrongLine(statement, subtle)) ??
    wrongEnd(statement) ??
    wrongBalance(statement) ??
    (await wrongSignature(statement, subtle, publicKey));
  return wrong ? { ok: false, ...wrong } : { ok: true, statement };
}

async function wrongLine({ head, lines }: Statement, subtle: Subtle): Promise<Wrong | undefined> {
  let before = CHAIN_START;
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const wrong = (problem: string) => ({ line: number, problem: `Line ${number} ${problem}` });
    if (line.seq > number)
      return wrong(`is numbered ${line.seq}: what should stand here is missing or was moved.`);
    if (line.seq < number) return wrong(`is numbered ${line.seq}: it was put in, or moved here.`);
    if (line.partner !== head.partner) return wrong(`is of another partner, ${line.partner}.`);
    const hash = await sha256(chainText(before, line), subtle);
    if (hash !== line.hash)
      return wrong('does not fit its hash: it was changed, or a line before it was replaced.');
    before = hash;
  }
  return undefined;
}

function wrongEnd({ head, lines }: Statement): Wrong | undefined {
  const count = lines.length;
  if (count < head.lines) {
    const line = count + 1;
    return {
      line,
      problem: `Line ${line} is missing: ${head.lines} lines were signed, and ${count} are here.`,
    };
  }
  if (count > head.lines) {
    const line = head.lines + 1;
    return {
      line,
      problem: `Line ${line} was added: ${head.lines} lines were signed, and ${count} are here.`,
    };
  }
  if ((lines.at(-1)?.hash ?? CHAIN_START) === head.hash) return undefined;
  const problem =
    'The lines fit each other, but not the signed head: some were changed and all hashes after them made anew.';
  return count > 0 ? { line: count, problem } : { problem };
}

function wrongBalance({ head, lines, balance }: Statement): Wrong | undefined {
  const entries = lines.map(
    (line): LedgerEntry => ({ ...line, at: Date.parse(line.at), payableAt: Date.parse(line.payableAt) }),
  );
  const expected = balanceOf(entries, Date.parse(head.at));
  if (canonicalJson(balance) === canonicalJson(expected)) return undefined;
  return { problem: 'The balance is not what the lines add up to.' };
}

async function wrongSignature(
  { head, signature, key }: Statement,
  subtle: Subtle,
  publicKey = key.publicKey,
): Promise<Wrong | undefined> {
  const raw = fromBase64Url(publicKey);
  const signed = fromBase64Url(signature);
  if (raw?.length !== 32)
    return { problem: 'The public key is not an Ed25519 key of 32 bytes in base64url.' };
  if (signed?.length !== 64) return { problem: 'The signature is not one of 64 bytes in base64url.' };
  if (await isSigned(canonicalJson(head), { raw, signed }, subtle)) return undefined;
  return {
    problem:
      'The signature does not fit the head and the key: the head was changed, or another key signed it.',
  };
}

/** Rejects when there is no Ed25519 here; some engines refuse 32 bytes that are no point of the curve, others just do not verify. */
async function isSigned(
  text: string,
  { raw, signed }: { raw: Uint8Array<ArrayBuffer>; signed: Uint8Array<ArrayBuffer> },
  subtle: Subtle,
): Promise<boolean> {
  try {
    const key = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', key, signed, utf8(text));
  } catch (error) {
    if (error instanceof Error && error.name === 'DataError') return false;
    throw error;
  }
}

async function sha256(text: string, subtle: Subtle): Promise<string> {
  const digest = new Uint8Array(await subtle.digest('SHA-256', utf8(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
