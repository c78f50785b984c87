import { runStories } from './runStories.js';

// `npm run test:sequences`: many random visitors. REFTALLY_SEQUENCES says how many; REFTALLY_SEED and REFTALLY_PATH play again what went wrong.
const {
  REFTALLY_SEQUENCES = '1000',
  REFTALLY_SEED = String(Date.now() % 1_000_000_000),
  REFTALLY_PATH,
} = process.env;
const count = REFTALLY_PATH ? 1 : Number(REFTALLY_SEQUENCES);
const seed = Number(REFTALLY_SEED);
const began = Date.now();
const tell = (line: string) => console.log(`${Math.round((Date.now() - began) / 1000)} s: ${line}`);

console.log(`${count} random sequences, seed ${seed}`);
try {
  await runStories({ count, seed, path: REFTALLY_PATH, lanes: 4, tell });
  tell(`${count} sequences as they should be.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
