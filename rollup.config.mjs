// The browser script has its own part, with its size gate.
import sdk from './packages/sdk/rollup.mjs';
// The pages, as static files that the collector serves.
import stats from './packages/stats/rollup.mjs';

export default [...sdk, ...stats];
