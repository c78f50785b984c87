export { decoratePaymentLink } from './decoratePaymentLink.js';
export type { FormsOptions } from './FormsOptions.js';
export { fromClientReference } from './fromClientReference.js';
export { toClientReference } from './toClientReference.js';
export { watchForms } from './watchForms.js';
