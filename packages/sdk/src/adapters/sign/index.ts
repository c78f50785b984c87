export { hashEmail } from './hashEmail.js';
export type { PurchaseToSign } from './PurchaseToSign.js';
export { signPurchase } from './signPurchase.js';
