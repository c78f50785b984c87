import { hostOf } from '../fraud/hostOf.js';
import type { Policy } from '../Policy.js';

/** Settings about signals that do nothing, or more than is meant, one sentence each. `origins` are the site's own. */
export function lintFraud({ fraud, precedence }: Policy, origins: readonly string[]): string[] {
  if (!fraud) return [];
  const { bannedReferrers = [], adClicks, clickFlood, velocity } = fraud;
  const aboutVisits = [
    bannedReferrers.length > 0 && 'bannedReferrers',
    adClicks && 'adClicks',
    clickFlood && clickFlood.action !== 'off' && 'clickFlood',
  ];
  const idle = precedence.includes('touch') ? [] : aboutVisits.filter((field) => typeof field === 'string');
  return [
    ...idle.map(
      (field) =>
        `policy.fraud.${field}: it looks at the visit that won a sale, and none can, since policy.precedence has no "touch"`,
    ),
    ...lintHosts(bannedReferrers, origins),
    ...(velocity?.action === 'off'
      ? [
          'policy.fraud.velocity: perDay counts for nothing while its action is "off"; expected "hold" or "flag", or no velocity',
        ]
      : []),
  ];
}

function lintHosts(banned: readonly string[], origins: readonly string[]): string[] {
  const isIn = (host: string, other: string) => host === other || host.endsWith(`.${other}`);
  return banned.flatMap((host, index) => {
    const field = `policy.fraud.bannedReferrers[${index}]`;
    const own = origins.map(hostOf).find((known) => known !== undefined && isIn(known, host));
    if (own !== undefined)
      return [
        `${field}: ${host} is the shop itself (${own}): whoever comes from another page of it would be held`,
      ];
    const other = banned.find(
      (entry, place) => place !== index && isIn(host, entry) && (entry !== host || place < index),
    );
    return other === undefined ? [] : [`${field}: ${host} is banned already by ${other}; expected it once`];
  });
}
