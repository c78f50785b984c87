import type { Conversion } from '@reftally/core';
import type { StoredConversion } from '../../StoredConversion.js';

/** A row of `conversions`. */
export type ConversionRow = { body: string; refunded: number; clawed_back: number };

/** The columns of a {@link ConversionRow}. */
export const CONVERSION_COLUMNS = 'body, refunded, clawed_back';

export function toStored({ body, refunded, clawed_back: clawedBack }: ConversionRow): StoredConversion {
  return { conversion: JSON.parse(body) as Conversion, refunded, clawedBack };
}
