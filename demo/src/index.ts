export { createShop } from './createShop.js';
export type { ShopOptions } from './ShopOptions.js';
export { type RunningShop, startShop } from './startShop.js';
