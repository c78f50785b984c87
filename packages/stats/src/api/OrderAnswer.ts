import type { Conversion } from './Conversion.js';

/** The conversion that an order became, when the reader was a candidate for it; `known`: whether it was reported at all. */
export type OrderAnswer = { conversions: Conversion[]; known: boolean };
