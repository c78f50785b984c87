import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { sepaId } from '../src/sepa/sepaId.js';
import { sepaText } from '../src/sepa/sepaText.js';
import { runCli } from './runCli.js';
import { type Json, type TestCollector, testCollector } from './testCollector.js';

const DAY = 86_400_000;
const PAYER = { name: 'Køhler & Söhne', iban: 'DE89 3704 0044 0532 0130 00', bic: 'cobadeffxxx' };
const golden = readFileSync(new URL('sepa.xml', import.meta.url), 'utf8').replace(/\n\s*/g, '');
const zone = process.env.TZ;

let collector: TestCollector;
let now: number;
let ids: Record<string, string>;

beforeEach(async () => {
  now = Date.UTC(2026, 4, 1, 12);
  collector = await testCollector({ clock: () => now });
  onTestFinished(() => collector.close());
  const policy = { commission: [{ on: 'purchase', percent: '10' }] };
  await collector.addSite({ policy, timeZone: 'Pacific/Auckland', payer: PAYER });
  ids = {};
  for (const name of ['Alice', 'Bob', 'Carol']) {
    now += 1; // Ids are in the order of time.
    ids[name] = (await collector.addPartner(name, { code: name })).id;
  }
  await payBy('Alice', { method: 'bank', name: 'Zoë Świątek', iban: 'BE68539007547034' });
  await payBy('Bob', { method: 'paypal', paypalEmail: 'bob@pay.example' });
  await payBy('Carol', { method: 'bank', name: "Carol's Straße", iban: 'NL91ABNA0417164300' });
  const buy = (coupon: string, amount: string, currency = 'EUR') => {
    const id = `${coupon}-${currency}`;
    return { id, type: 'purchase', orderId: id, amount, currency, coupon };
  };
  const events = [buy('Alice', '500.10'), buy('Bob', '99'), buy('Carol', '0.70'), buy('Alice', '900', 'JPY')];
  await collector.api('POST', '/events', { events });
  now = Date.UTC(2026, 5, 30, 20);
  await post('', { id: '2026_05' });
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const post = (path: string, body: object = {}) => collector.api('POST', `/payouts${path}`, body);
const payBy = (name: string, payout: unknown) => collector.api('PATCH', `/partners/${ids[name]}`, { payout });
const exported = (more: object = {}) => post('/2026_05/export', { format: 'sepa', currency: 'EUR', ...more });
const setSite = (change: object) => collector.api('PATCH', '/sites/shop', change);

/** What stands in the elements of a name, in their order. */
function texts(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(
    ([, text = '']) => text,
  );
}

test.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'])(
  'is a credit transfer of the payments to bank accounts, whatever the zone of the machine (%s)',
  async (machine) => {
    process.env.TZ = machine;
    const file = await exported();
    expect(file.headers.get('content-type')).toContain('application/xml');
    expect(file.headers.get('content-disposition')).toContain('payout-2026_05-EUR-sepa.xml');
    expect(file.text).toBe(golden);
  },
);

test('adds up, and says what a bank compares', async () => {
  const { text } = await exported();
  const amounts = texts(text, 'InstdAmt');
  const cents = amounts.reduce((sum, amount) => sum + Number(amount.replace('.', '')), 0);
  expect(texts(text, 'CtrlSum').map((sum) => Number(sum.replace('.', '')))).toEqual([cents, cents]);
  expect(texts(text, 'NbOfTxs')).toEqual([String(amounts.length), String(amounts.length)]);
  for (const name of ['MsgId', 'PmtInfId', 'InstrId', 'EndToEndId']) {
    const found = texts(text, name);
    expect(found.filter((id) => !/^[A-Za-z0-9.-]{1,35}$/.test(id))).toEqual([]);
    expect(new Set(found).size).toBe(found.length);
  }
  for (const name of ['Nm', 'Ustrd'])
    expect(
      texts(text, name).filter((one) => !/^[A-Za-z0-9/\-?:().,'+ ]*$/.test(one.replace('&apos;', "'"))),
    ).toEqual([]);
});

test('is the same file each time, whenever it is exported again', async () => {
  const { text } = await exported();
  now += 3 * DAY;
  expect((await exported()).text).toBe(text);
  await post('/2026_05/paid');
  now += DAY;
  expect((await exported()).text).toBe(text);
});

describe('is refused, and leaves the payout open', () => {
  test.each<[string, () => Promise<unknown>, object, string]>([
    [
      'without an account that pays',
      () => setSite({ payer: null }),
      {},
      'reftally site set shop --payer-name',
    ],
    ['where a payee is unknown', () => payBy('Carol', null), {}, 'how Carol should be paid is not known'],
    ['with other currencies', async () => {}, { currency: undefined }, 'euros only'],
    ['of other currencies', async () => {}, { currency: 'JPY' }, 'euros only'],
    [
      'with a name in other letters',
      () => payBy('Carol', { method: 'bank', name: 'Ελένη', iban: 'NL91ABNA0417164300' }),
      {},
      'Latin letters only: write the name "Ελένη" on the account of Carol',
    ],
    [
      'where nobody is paid by bank',
      async () => {
        for (const name of ['Alice', 'Carol'])
          await payBy(name, { method: 'paypal', paypalEmail: 'a@pay.example' });
      },
      {},
      'nobody in it is paid by bank',
    ],
    [
      'with a BIC of another country',
      () => setSite({ payer: { ...PAYER, bic: 'ABNANL2A' } }),
      {},
      'no bank would take it: country mismatch in BIC/IBAN',
    ],
  ])('%s', async (_name, prepare, more, words) => {
    await prepare();
    const answer = await exported(more);
    expect([answer.status, answer.json.error.message]).toEqual([409, expect.stringContaining(words)]);
    expect((await collector.api('GET', '/payouts/2026_05')).json.status).toBe('open');
  });
});

test('is there on the command line', { timeout: 120_000 }, async () => {
  await setSite({ payer: null });
  const run = (...args: string[]) => runCli(collector.url, ...args);
  const payer = ['--payer-name', 'The shop', '--payer-iban', 'DE89 3704 0044 0532 0130 00'];
  expect(await run('site', 'set', 'shop', ...payer)).toMatchObject({ code: 0, err: '' });
  const { out } = await run('payout', 'export', '2026_05', '--format', 'sepa', '--currency', 'EUR');
  expect(texts(out, 'IBAN')).toEqual(['DE89370400440532013000', 'BE68539007547034', 'NL91ABNA0417164300']);
  expect(texts(out, 'Id')).toEqual(['NOTPROVIDED']);
});

test('the account that pays is checked, shown to the owner, and taken away', async () => {
  const { json } = await collector.api('GET', '/sites/shop');
  expect(json.payer).toEqual({ ...PAYER, iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' });
  const wrong: [object, string][] = [
    [{ ...PAYER, iban: 'DE89370400440532013001' }, 'check digits'],
    [{ ...PAYER, bic: 'COBA' }, 'expected a BIC'],
    [{ iban: PAYER.iban }, 'name'],
  ];
  for (const [payer, words] of wrong) {
    const answer: Json = await setSite({ payer });
    expect([answer.status, answer.json.error.message]).toEqual([400, expect.stringContaining(words)]);
  }
  expect((await setSite({ payer: null })).json).not.toHaveProperty('payer');
});

test.each([
  ['Søren Ångström-Łukasz', 'Soren Angstrom-Lukasz'],
  ['Straße & Co. GmbH', 'Strasse + Co. GmbH'],
  ['  Ærø\tØ’Hara „x“ ', "AEro O'Hara .x."],
  ['a_b@c;d 50 %', 'a-b.c.d 50 .'],
  ['Иван', undefined],
  ['李 Li', undefined],
])('"%s" is written as %s', (text, written) => {
  expect(sepaText(text)).toBe(written);
});

test('ids differ where payouts or sites do, and leave room for the numbers of payments', () => {
  const long = 'x'.repeat(64);
  const found = [
    sepaId('a', '1'),
    sepaId('b', '1'),
    sepaId('a', '2'),
    sepaId('a', long),
    sepaId('a', `${long}y`),
  ];
  expect(new Set(found).size).toBe(5);
  expect(found.every((id) => /^[A-Za-z0-9-]{1,26}$/.test(id))).toBe(true);
});
