export { Reftally } from './Reftally.js';
export { useReferral } from './useReferral.js';
export { useReftally } from './useReftally.js';
