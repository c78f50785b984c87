import { useEffect, useLayoutEffect, useState } from 'react';
import { init, type Options } from '../../index.js';

// On a server neither runs, but React 18 warns about the latter.
const useEarlyEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Starts Reftally with the first render in a browser; later ones, and StrictMode's second, change nothing. In a layout
 * effect, which runs before all effects of the page: a router that redirects in one of those takes `?ref=` away.
 */
export function useReftally(options: Options): void {
  const [first] = useState(options);
  useEarlyEffect(() => init(first), [first]);
}
