import { isIP } from 'node:net';
import { networkOf } from '../http/networkOf.js';

/** Whether two addresses have their first half in common, which is what Safari asks: 16 bits of IPv4, 64 of IPv6. */
export function sharesNetwork(one: string, other: string): boolean {
  return isIP(one) !== 0 && isIP(one) === isIP(other) && firstHalf(one) === firstHalf(other);
}

function firstHalf(ip: string): string {
  if (isIP(ip) === 4) return ip.split('.', 2).join('.');
  return networkOf(ip.toLowerCase())
    .split(':')
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
