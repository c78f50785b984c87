/** What can make a credited conversion look wrong; see docs/fraud.md. */
export type Signal = 'self-referral' | 'click-flood' | 'velocity' | 'bot' | 'ad-click' | 'banned-referrer';
