import { attempt } from './attempt.js';

/** Whether this page is one that the visitor has loaded again. */
export const isReload = (): boolean | undefined =>
  attempt(() => {
    const [load] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming];
    return load.type === 'reload';
  });
