import { createHash, generateKeyPairSync, sign, webcrypto } from 'node:crypto';
import {
  balanceOf,
  CHAIN_START,
  canonicalJson,
  chainText,
  continuationProblem,
  type LedgerLine,
  lineOfEntry,
  type Statement,
  verifyStatement,
} from '@reftally/core';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = String(publicKey.export({ format: 'jwk' }).x);
const AT = Date.UTC(2026, 5, 1);

type Sale = { minor: number; text: string; held: boolean };

/** A right statement of these sales. */
function statementOf(sales: readonly Sale[]): Statement {
  let before = CHAIN_START;
  const entries = sales.map(({ minor, text, held }, index) => ({
    id: `e${index}.1`,
    type: minor < 0 ? ('clawback' as const) : ('earning' as const),
    partner: 'alice',
    conversion: text,
    at: AT - 1000 + index,
    payableAt: held ? AT + 1 : AT - 500,
    currency: 'EUR',
    minor,
    seq: index + 1,
  }));
  const lines = entries.map((entry): LedgerLine => {
    const line = lineOfEntry({ ...entry, hash: '' });
    before = createHash('sha256').update(chainText(before, line)).digest('hex');
    return { ...line, hash: before };
  });
  return signed(lines, balanceOf(entries, AT));
}

function signed(lines: LedgerLine[], balance: Statement['balance']): Statement {
  const head = {
    format: 'reftally-statement-1' as const,
    site: 'shop',
    partner: 'alice',
    at: new Date(AT).toISOString(),
    lines: lines.length,
    hash: lines.at(-1)?.hash ?? CHAIN_START,
  };
  const signature = sign(null, Buffer.from(canonicalJson(head)), privateKey).toString('base64url');
  return { head, signature, key: { id: 'k', algorithm: 'Ed25519', publicKey: key }, balance, lines };
}

/** As it comes out of the file. */
const check = (statement: unknown, by?: string) =>
  verifyStatement(JSON.parse(JSON.stringify(statement)), webcrypto.subtle, by);

const sale = fc.record({
  minor: fc.integer({ min: -5000, max: 5000 }),
  text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('é', '𝄞', '\u2028', '"\\', '\n')),
  held: fc.boolean(),
});
const sales = fc.array(sale, { minLength: 1, maxLength: 12 });
const pick = fc.nat();

describe('a statement', () => {
  it('is right as it was signed, even with no line', async () => {
    expect(await check(statementOf([]))).toMatchObject({ ok: true });
    await fc.assert(
      fc.asyncProperty(sales, async (made) => {
        expect(await check(statementOf(made), key)).toMatchObject({ ok: true });
      }),
      { numRuns: 50 },
    );
  });

  const changes: [string, (lines: LedgerLine[], a: number, b: number) => number | undefined][] = [
    [
      'altered',
      (lines, a, b) => {
        const line = lines[a] as Record<string, unknown>;
        const name = Object.keys(line)[b % Object.keys(line).length] ?? '';
        line[name] = typeof line[name] === 'number' ? Number(line[name]) + 1 : `${line[name]}0`;
        return a + 1;
      },
    ],
    ['given another field', (lines, a) => Object.assign(lines[a] ?? {}, { bonus: 1 }) && a + 1],
    [
      'robbed of a field',
      (lines, a) => {
        delete (lines[a] as Partial<LedgerLine>).conversion;
        return a + 1;
      },
    ],
    [
      'dropped',
      (lines, a) => {
        lines.splice(a, 1);
        return a + 1;
      },
    ],
    [
      'swapped with another',
      (lines, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        if (first === second) return undefined;
        [lines[first], lines[second]] = [lines[second] as LedgerLine, lines[first] as LedgerLine];
        return first + 1;
      },
    ],
    [
      'copied to another place',
      (lines, a, b) => {
        lines.splice(b, 0, { ...(lines[a] as LedgerLine) });
        return a === b ? b + 2 : b + 1;
      },
    ],
    ['copied to the end', (lines, a) => lines.push({ ...(lines[a] as LedgerLine) })],
  ];
  test.each(changes)('of which a line was %s is wrong in that line', async (_, change) => {
    await fc.assert(
      fc.asyncProperty(sales, pick, pick, async (made, a, b) => {
        const statement = statementOf(made);
        const line = change(statement.lines, a % made.length, b % made.length);
        fc.pre(line !== undefined);
        expect(await check(statement)).toEqual({
          ok: false,
          line,
          problem: expect.stringContaining(`Line ${line} `),
        });
      }),
      { numRuns: 80 },
    );
  });

  const made: Sale[] = [
    { minor: 500, text: 'c1', held: false },
    { minor: -200, text: 'c1', held: false },
    { minor: 70, text: 'c2', held: true },
  ];

  it('whose lines were changed and hashed anew does not fit its signed head', async () => {
    const { head, signature } = statementOf(made);
    const forged = statementOf(made.map((one) => ({ ...one, minor: one.minor + 1 })));
    const { problem } = (await check({ ...forged, head, signature })) as { problem: string };
    expect(problem).toContain('not the signed head');
  });

  test.each([
    ['a later time', (one: Statement) => (one.head.at = new Date(AT + 5).toISOString()), 'balance'],
    ['another partner', (one: Statement) => (one.head.partner = 'bob'), 'another partner'],
    ['another site', (one: Statement) => (one.head.site = 'other'), 'signature does not fit'],
    ['a better balance', (one: Statement) => (one.balance.paid = [{ currency: 'EUR', minor: 1 }]), 'balance'],
    ['no signature', (one: Statement) => (one.signature = ''), '64 bytes'],
    [
      'a signature of something else',
      (one: Statement) => (one.signature = withAnotherStart(one.signature)),
      'does not fit',
    ],
    [
      'a key of something else',
      (one: Statement) => (one.key.publicKey = withAnotherStart(key)),
      /signature|key/,
    ],
    ['half a key', (one: Statement) => (one.key.publicKey = key.slice(2)), '32 bytes'],
    [
      'an amount that is no integer',
      (one: Statement) => (one.lines[1] = { ...(one.lines[1] as LedgerLine), minor: 0.5 }),
      'Line 2',
    ],
    ['a line that is none', (one: Statement) => (one.lines[0] = null as unknown as LedgerLine), 'Line 1'],
    ['another format', (one: Statement) => Object.assign(one.head, { format: 'x-2' }), 'format'],
  ])('with %s is wrong', async (_, change, words) => {
    const statement = statementOf(made);
    change(statement);
    expect(await check(statement)).toMatchObject({ ok: false, problem: expect.stringMatching(words) });
  });

  it('signed by another key is wrong to whoever knows the right one', async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x;
    expect(await check(statementOf(made), other)).toMatchObject({ ok: false });
  });

  test.each([[null], ['text'], [[]], [{}], [{ head: {}, lines: [] }]])('is not %j', async (input) => {
    expect(await check(input)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('This is not a'),
    });
  });

  it('goes on where an earlier one ended, or the line is named where it does not', () => {
    const earlier = statementOf(made.slice(0, 2));
    expect(continuationProblem(statementOf(made), earlier)).toBeUndefined();
    expect(continuationProblem(statementOf(made.slice(0, 1)), earlier)).toMatchObject({ line: 2 });
    expect(continuationProblem(statementOf(made.slice(1)), earlier)).toMatchObject({ line: 1 });
  });
});

test('canonical JSON has one text for one value', () => {
  const value = { b: [1, { z: null, y: true }], a: 'é"\\\n\u2028', B: undefined, 10: -5, 9: '' };
  expect(canonicalJson(value)).toBe('{"10":-5,"9":"","a":"é\\"\\\\\\n\u2028","b":[1,{"y":true,"z":null}]}');
});

test.each([[0.5], [2 ** 53], [Number.NaN], [-0], [undefined]])(
  'canonical JSON has no text for %s',
  (value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError);
  },
);

function withAnotherStart(text: string): string {
  return `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
}
