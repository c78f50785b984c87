import { parseArgs } from 'node:util';

/** How the scripts are compared. */
export interface ScriptOptions {
  /** Sales that each script has to deliver of each kind. */
  readonly runs: number;
  /** Measurements of time. */
  readonly rounds: number;
  /** A copy of Dub's script. */
  readonly dubScript: string | undefined;
}

const HELP = `Compares r.js with the published npm packages of others: size, what they do at the start of a page, the time they take, what arrives.
Installs them into a folder of its own, which it deletes; takes about 15 minutes.

  npm run bench:scripts -- [options]

  --runs N             sales that each has to deliver, of each kind (10)
  --rounds N           measurements of time, interleaved; the table has their medians (9)
  --dub-script FILE    a copy of Dub's script.conversion-tracking.js: its package has only a loader for it, so that without a copy
                       nothing is said about what it delivers
  --help               this
`;

/** Reads the command line; undefined when it asks for help, which is printed. */
export function readScriptOptions(args: string[]): ScriptOptions | undefined {
  const text = { type: 'string' } as const;
  const options = { runs: text, rounds: text, 'dub-script': text, help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args, options });
  if (values.help) {
    console.log(HELP);
    return undefined;
  }
  return {
    runs: Number(values.runs ?? 10),
    rounds: Number(values.rounds ?? 9),
    dubScript: values['dub-script'],
  };
}
