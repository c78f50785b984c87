import { settings } from './settings.js';

/** How long this browser remembers a referral (days). */
export const daysToKeep = (): number => +(settings.days || 90);
