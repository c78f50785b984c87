import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from './StartError.js';
import type { StartSettings } from './StartSettings.js';

/**
 * Reads `--port`, `--shop-port`, `--data`, `--hold-days` and `--sample`, else the variables `REFTALLY_DEMO_PORT`,
 * `REFTALLY_DEMO_SHOP_PORT` and `REFTALLY_DEMO_DATA`. Without a folder a fresh one is made among the system's temporary
 * files. Throws `StartError` for what it cannot read.
 */
export function readSettings(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): StartSettings {
  const values = readWords(words);
  const folder = values.data ?? environment.REFTALLY_DEMO_DATA;
  return {
    collectorPort: port('--port', values.port ?? environment.REFTALLY_DEMO_PORT ?? '4800'),
    shopPort: port('--shop-port', values['shop-port'] ?? environment.REFTALLY_DEMO_SHOP_PORT ?? '4801'),
    folder: folder ? existing(resolve(folder)) : mkdtempSync(join(tmpdir(), 'reftally-demo-')),
    holdDays: values['hold-days'] === undefined ? undefined : days(values['hold-days']),
    sample: values.sample ?? false,
  };
}

function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        port: { type: 'string' },
        'shop-port': { type: 'string' },
        data: { type: 'string' },
        'hold-days': { type: 'string' },
        sample: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${String(error instanceof Error ? error.message : error)}`);
  }
}

function port(name: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  throw new StartError(`${name} must be a port from 1 to 65535, not "${value}".`);
}

function days(value: string): number {
  if (/^\d{1,4}$/.test(value) && Number(value) <= 3650) return Number(value);
  throw new StartError(`--hold-days must be a whole number from 0 to 3650, not "${value}".`);
}

function existing(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch (error) {
    throw new StartError(
      `Cannot use the folder ${folder}: ${error instanceof Error ? error.message : error}`,
    );
  }
}
