import type { Conversion } from '@reftally/core';
import type { StoredConversion } from '../../StoredConversion.js';

/** A row of `conversions`. */
export type ConversionRow = { body: string; refunded: number; clawed_back: number };

/** Takes a conversion out of its row. */
export function toStored({ body, refunded, clawed_back: clawedBack }: ConversionRow): StoredConversion {
  return { conversion: JSON.parse(body) as Conversion, refunded, clawedBack };
}
