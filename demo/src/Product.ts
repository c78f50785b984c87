import type { Currency } from './currencies.js';

/** Something that the shop sells. */
export interface Product {
  /** The last part of its address and the name of its picture. */
  readonly slug: string;
  /** What a commission rule may name. */
  readonly category: 'coffee' | 'tools';
  readonly name: string;
  /** What it is, in a few words. */
  readonly kind: string;
  readonly description: string;
  /** Facts for the product page, as label and value. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** The price in minor units, set for each currency and not converted. */
  readonly price: Readonly<Record<Currency, number>>;
}
