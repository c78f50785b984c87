import { dismiss } from './dismiss.js';
import type { Item } from './Item.js';
import { queue } from './queue.js';

/** Keeps what waits to 50 events and 64 KB: the oldest go first, and no conversion while a pageview is left. */
export const trim = (): void => {
  let room = 65536;
  const dearest = [...queue.values()].sort((a, b) => rank(a) - rank(b) || b.at - a.at);
  const over = dearest.filter(({ body }, i) => {
    room -= body.length;
    return room < 0 || i > 49;
  });
  dismiss(over, 'refused', 'full');
};

const rank = ({ name }: Item): number => (name === 'pageview' ? 1 : 0);
