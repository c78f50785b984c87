export type { DataLayerOptions } from './DataLayerOptions.js';
export { watchDataLayer } from './watchDataLayer.js';
