import { decoratePaymentLink } from './decoratePaymentLink.js';

/** Decorates the payment link that is being followed, if it leads to one of `hosts` (comma-separated) or their subdomains. */
export const followLink = (event: Event, hosts: string): void => {
  // Through shadow roots, which hide their links behind the event's target.
  const link = (event.composedPath() as HTMLAnchorElement[]).find((node) => node.hostname);
  if (!link) return;
  const isListed = hosts.split(/[\s,]+/).some((host) => `.${link.hostname}`.endsWith(`.${host}`));
  const address = isListed ? decoratePaymentLink(link.href) : link.href;
  if (address !== link.href) link.href = address;
};
