import { useInsertionEffect, useState } from 'react';
import { init, type Options } from '../../index.js';

/**
 * Starts Reftally with the first render in a browser; later ones, and StrictMode's second, change nothing. In an insertion
 * effect, which runs before all other effects of the page: a router that redirects in one of those takes `?ref=` away.
 */
export function useReftally(options: Options): void {
  const [first] = useState(options);
  useInsertionEffect(() => init(first), [first]);
}
