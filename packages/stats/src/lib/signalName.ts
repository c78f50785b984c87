import type { Signal } from '@reftally/core';

const NAMES: Readonly<Record<Signal, string>> = {
  'self-referral': 'Own purchase',
  'click-flood': 'Flood of clicks',
  velocity: 'Unusually many',
  bot: 'Robot',
  'ad-click': 'Came by an ad',
  'banned-referrer': 'Banned site',
};

/** A signal in two or three words; one that is new to this page is shown as it is. */
export function signalName(signal: string): string {
  return (
    (NAMES as Readonly<Record<string, string>>)[signal] ??
    `${signal.charAt(0).toUpperCase()}${signal.slice(1).replaceAll('-', ' ')}`
  );
}
