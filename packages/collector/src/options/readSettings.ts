import { StartError } from '@reftally/store';
import type { z } from 'zod';
import { optionList } from './optionList.js';
import type { OptionName, Settings } from './Settings.js';
import { settingsSchema } from './settingsSchema.js';
import { variableOf } from './variableOf.js';

/**
 * Settings from what was given (flags, or the fields of `startCollector`), then `REFTALLY_*` variables, then defaults.
 * A `StartError` names the flag and the variable of what is wrong, never the value: it may be a key.
 */
export function readSettings(
  given: Partial<Record<OptionName, unknown>>,
  env: Readonly<Record<string, string | undefined>> = {},
): Settings {
  const values: Partial<Record<OptionName, unknown>> = {};
  for (const name of Object.keys(optionList) as OptionName[]) {
    const value = given[name] ?? (env[variableOf(name)] || undefined);
    if (value !== undefined) values[name] = value;
  }
  const parsed = settingsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new StartError(parsed.error.issues.map(sentence).join('; '));
}

function sentence(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0]) as OptionName;
  const flag = optionList[name].flag.split(' ')[0];
  return `${flag} (${variableOf(name)}): ${issue.message}`;
}
