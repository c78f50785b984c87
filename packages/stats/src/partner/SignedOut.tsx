import type { Phase } from '../hooks/Phase.js';
import { Gate } from '../ui/Gate.js';

type Why = Extract<Phase, { name: 'signed-out' }>['why'];

const TEXT: Record<Why, { title: string; text: string; next: string }> = {
  'no-session': {
    title: 'Sign in with your link',
    text: 'This page shows what your referral link has brought, to you alone. There is no password.',
    next: 'Ask the shop for a sign-in link and open it on this device.',
  },
  'bad-link': {
    title: 'This sign-in link no longer works',
    text: 'Each link works once and only for a while. Yours was used before, or its time is over.',
    next: 'Ask the shop for a new one. It takes them a few seconds.',
  },
  ended: {
    title: 'Your session has ended',
    text: 'For your safety, a sign-in lasts only for a while. Your numbers and your link are untouched.',
    next: 'Ask the shop for a new sign-in link to come back.',
  },
  left: {
    title: 'You are signed out',
    text: 'Your link keeps working, and everything it brings is still counted.',
    next: 'Ask the shop for a new sign-in link when you want to look again.',
  },
};

/** What a partner without a session reads: why, and the next step. */
export function SignedOut({ why }: { why: Why }) {
  const { title, text, next } = TEXT[why];
  return (
    <Gate title={title}>
      <p>{text}</p>
      <p class="next-step">{next}</p>
    </Gate>
  );
}
