import { test } from 'vitest';
import { runStories } from './runStories.js';

const COUNT = 40;

test(
  'random visitors with everything that can happen on their way: every conversion once, nothing after a no, nothing that the page notices',
  () => runStories({ count: COUNT, seed: 20_260_521, lanes: 3, tell: console.log }),
  600_000,
);
