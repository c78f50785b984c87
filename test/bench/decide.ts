import { parseArgs } from 'node:util';
import { compareDecisions } from './decide/compareDecisions.js';
import { describeMachine } from './describeMachine.js';

// `npm run bench:decide -- [--rounds N] [--seconds N]`: what deciding a purchase costs, without any store.

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { rounds: text, seconds: text } });
const rounds = Number(values.rounds ?? 5);
const seconds = Number(values.seconds ?? 1);
console.log(describeMachine());
console.log(
  `Medians of ${rounds} interleaved rounds of ${seconds} s of CPU time, after as long a warm-up.\n`,
);
compareDecisions(rounds, seconds * 1000);
