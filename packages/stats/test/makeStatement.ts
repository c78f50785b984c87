import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { LedgerLine, Statement } from '@reftally/core';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const DAY = 86_400_000;

/** A right statement of so many sales, made without the code that checks it; every third one is refunded in part, the first ones are paid. */
export function makeStatement(sales: number): Statement {
  const lines: LedgerLine[] = [];
  let at = Date.UTC(2026, 4, 1, 9, 30);
  const add = (line: Partial<LedgerLine> & { minor: number; type: LedgerLine['type'] }) => {
    at += DAY / 4;
    const time = new Date(at).toISOString();
    const full = {
      id: `e${lines.length}.1`,
      partner: 'p0',
      at: time,
      payableAt: time,
      currency: 'EUR',
      ...line,
    };
    const numbered = { ...full, seq: lines.length + 1 };
    const hash = hashOf(
      (lines.at(-1)?.hash ?? '0'.repeat(64)) + JSON.stringify(numbered, Object.keys(numbered).sort()),
    );
    lines.push({ ...numbered, hash });
  };
  for (let sale = 1; sale <= sales; sale++) {
    add({ type: 'earning', minor: 1250, conversion: `0196f0c2-8a5e-7c31-9d2f-00000000${1000 + sale}` });
    if (sale % 3 === 0) add({ type: 'clawback', minor: -250, conversion: `c${sale}`, refundId: `r-${sale}` });
  }
  const paid = lines.reduce((sum, { minor }) => sum + minor, 0);
  if (sales > 0) add({ type: 'payout', minor: -paid, payout: '2026-05' });
  add({ type: 'adjustment', minor: 500, note: 'Bonus for the spring campaign' });
  return sealed(lines, paid, new Date(at).toISOString());
}

function sealed(lines: LedgerLine[], paid: number, at: string): Statement {
  const hash = lines.at(-1)?.hash ?? '';
  const head = {
    format: 'reftally-statement-1' as const,
    site: 'acorn',
    partner: 'p0',
    at,
    lines: lines.length,
    hash,
  };
  const signature = sign(null, Buffer.from(JSON.stringify(head, Object.keys(head).sort())), privateKey);
  const key = String(publicKey.export({ format: 'jwk' }).x);
  const eur = (minor: number) => [{ currency: 'EUR', minor }];
  return {
    head,
    signature: signature.toString('base64url'),
    key: { id: '8f0c2d4e6a1b3c5d', algorithm: 'Ed25519', publicKey: key },
    balance: { held: [], payable: eur(500), paid: eur(paid) },
    lines,
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
