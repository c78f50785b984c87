import { expect, test } from 'vitest';
import { askAtOnce } from './support/askAtOnce.js';
import { callApi } from './support/callApi.js';
import { createShop } from './support/createShop.js';
import { useCollector } from './support/useCollector.js';
import { useFolder } from './support/useFolder.js';

type Payout = { id: string; lines: { minor: number }[] };

test.each([
  ['one id', () => 'may', [201, ...Array(49).fill(200)]],
  ['an id each', (index: number) => `may-${index}`, [201, ...Array(49).fill(409)]],
])(
  '50 parallel payouts of one balance over 10 connections with %s: it is paid once, and stays so after kill -9',
  async (_, idOf, statuses) => {
    const folder = useFolder();
    const first = await useCollector({ folder });
    const shop = await createShop(first.url, 1, {
      policy: { holdDays: 0, commission: [{ on: 'purchase', percent: '10' }] },
    });
    const sale = { id: 's', type: 'purchase', orderId: 's', amount: '50', currency: 'EUR', code: 'code-0' };
    await callApi(first.url, 'POST', '/events', { events: [sale] });

    const bodies = Array.from({ length: 50 }, (__, index) => ({ id: idOf(index) }));
    const answers = await askAtOnce(first.port, '/payouts', bodies);
    expect(answers.map(({ status }) => status).sort((a, b) => order(a) - order(b))).toEqual(statuses);
    const made = answers.filter(({ status }) => status < 300);
    expect(new Set(made.map(({ body }) => body)).size).toBe(1);

    await first.stop('SIGKILL');
    const second = await useCollector({ folder });
    const late = await askAtOnce(second.port, '/payouts', bodies);
    expect(late.filter(({ status }) => status === 201)).toEqual([]);
    const { payouts } = await callApi<{ payouts: Payout[] }>(second.url, 'GET', '/payouts');
    expect(payouts.map(({ lines }) => lines.map(({ minor }) => minor))).toEqual([[500]]);
    const { ledger } = await callApi<{ ledger: { type: string; minor: number }[] }>(
      second.url,
      'GET',
      '/ledger',
    );
    expect(ledger.map(({ type, minor }) => [type, minor])).toEqual([
      ['payout', -500],
      ['earning', 500],
    ]);
    expect(shop.partners).toHaveLength(1);
  },
);

const order = (status: number) => (status === 201 ? 0 : status);
