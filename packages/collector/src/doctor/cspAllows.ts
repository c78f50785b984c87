/** What a page wants to load or to call. */
export type Wanted = {
  /** The directive that says so first, and those that stand in for it. */
  directives: readonly string[];
  url: URL;
  /** Of a script's tag. */
  nonce?: string | undefined;
  integrity?: string | undefined;
};

const HOST = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9.-]+|\[[0-9a-f:]+\])(?::(\d+|\*))?(\/.*)?$/i;

/** Whether all policies of a page (the header's value; several are separated by commas) allow something. */
export function cspAllows(header: string, page: URL, wanted: Wanted): boolean {
  return header.split(',').every((policy) => policyAllows(policy, page, wanted));
}

function policyAllows(policy: string, page: URL, { directives, url, nonce, integrity }: Wanted): boolean {
  const listed = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/);
    if (name && !listed.has(name.toLowerCase())) listed.set(name.toLowerCase(), sources);
  }
  const name = directives.find((one) => listed.has(one));
  if (name === undefined) return true;
  const sources = listed.get(name) ?? [];
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
  if (integrity && sources.includes(`'${integrity}'`)) return true;
  // It switches all lists of hosts off: only what was named by nonce or hash may run, and what that loads.
  if (sources.includes("'strict-dynamic'")) return false;
  return sources.some((source) => matches(source, url, page));
}

function matches(source: string, url: URL, page: URL): boolean {
  if (source.toLowerCase() === "'self'") return url.origin === page.origin;
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return fitsScheme(source.toLowerCase(), url);
  const [, scheme, host = '', port, path] = HOST.exec(source) ?? [];
  if (host === '') return false;
  return (
    fitsScheme(scheme === undefined ? page.protocol : `${scheme.toLowerCase()}:`, url) &&
    fitsHost(host.toLowerCase(), url.hostname) &&
    (port === undefined ? host === '*' || url.port === '' : port === '*' || port === portOf(url)) &&
    fitsPath(path, url.pathname)
  );
}

/** What is allowed by http may come by https too. */
function fitsScheme(scheme: string, { protocol }: URL): boolean {
  return protocol === scheme || (scheme === 'http:' && protocol === 'https:');
}

function fitsHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

function fitsPath(pattern: string | undefined, path: string): boolean {
  if (pattern === undefined) return true;
  return pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern;
}
