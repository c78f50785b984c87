import type { Preset } from './Preset.js';
import type { Range } from './Range.js';

/** A range and how it was chosen. */
export type RangeChoice = Range & { preset: Preset | 'custom' };
