import type { Product } from './Product.js';
import { products } from './products.js';

/** Finds a product by its slug; `undefined` when the shop has no such thing. */
export function findProduct(slug: unknown): Product | undefined {
  return products.find((product) => product.slug === slug);
}
