/** Whether a host is a domain or one below it, as cookies mean it. Both in lower case. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
