import type { z } from 'zod';
import type { optionList } from './optionList.js';
import type { settingsSchema } from './settingsSchema.js';

/** The name of an option. */
export type OptionName = keyof typeof optionList;

/** What a collector runs with: every option checked, defaults filled in. */
export type Settings = z.output<typeof settingsSchema>;
