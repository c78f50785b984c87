import { state } from './state.js';

/** How long this browser remembers a referral (days). */
export const daysToKeep = (): number => (state.options.days || 90) as number;
