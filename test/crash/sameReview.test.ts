import { expect, test } from 'vitest';
import { askAtOnce } from './support/askAtOnce.js';
import { callApi } from './support/callApi.js';
import { createShop } from './support/createShop.js';
import { useCollector } from './support/useCollector.js';
import { useFolder } from './support/useFolder.js';

type Line = { type: string; minor: number; review?: string };
type Reviewed = { review: { state: string; history: { id: string; verdict: string }[] } };

test.each([
  ['one id', () => 'mine', Array(50).fill(200)],
  ['an id each', (index: number) => `mine-${index}`, [200, ...Array(49).fill(409)]],
])(
  '50 parallel rejections of one sale over 10 connections with %s: it is rejected once, and stays so after kill -9',
  async (_, idOf, statuses) => {
    const folder = useFolder();
    const first = await useCollector({ folder });
    await createShop(first.url, 1, {
      policy: { holdDays: 0, commission: [{ on: 'purchase', percent: '10' }] },
    });
    const sale = { id: 's', type: 'purchase', orderId: 's', amount: '50', currency: 'EUR', code: 'code-0' };
    const { results } = await callApi<{ results: { conversion: string }[] }>(first.url, 'POST', '/events', {
      events: [sale],
    });
    const path = `/conversions/${results[0]?.conversion}`;

    const bodies = Array.from({ length: 50 }, (__, index) => ({ id: idOf(index), verdict: 'rejected' }));
    const answers = await askAtOnce(first.port, `${path}/review`, bodies);
    expect(answers.map(({ status }) => status).sort()).toEqual(statuses);
    const done = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body));
    expect(done.size).toBe(1);

    await first.stop('SIGKILL');
    const second = await useCollector({ folder });
    const late = await askAtOnce(second.port, `${path}/review`, bodies);
    expect(late.map(({ status }) => status).sort()).toEqual(statuses);
    for (const { status, body } of late) if (status === 200) expect(done).toContain(body);
    const { review } = await callApi<Reviewed>(second.url, 'GET', path);
    expect([review.state, review.history.map(({ verdict }) => verdict)]).toEqual(['rejected', ['rejected']]);
    const { ledger } = await callApi<{ ledger: Line[] }>(second.url, 'GET', '/ledger');
    expect(ledger.map(({ type, minor, review: mark }) => [type, minor, mark])).toEqual([
      ['adjustment', -500, 'rejected'],
      ['earning', 500, undefined],
    ]);
  },
);
