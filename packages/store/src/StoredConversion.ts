import type { Conversion } from '@reftally/core';

/** A conversion with what refunds have changed since, in minor units of its amount's currency. */
export type StoredConversion = { conversion: Conversion; refunded: number; clawedBack: number };
