type Result = { url: string } | { problem: string };

/** Accepts `/shoes`, `shoes`, `shop.example/shoes` and whole addresses: whatever a partner copies from the shop. */
function resolve(typed: string, home: URL): URL | undefined {
  const withScheme = typed.startsWith(`${home.host}/`) ? `${home.protocol}//${typed}` : typed;
  const base = new URL('/', home);
  return URL.canParse(withScheme, base) ? new URL(withScheme, base) : undefined;
}

/** The partner's link to another page of the same shop, or why there is none. `link` carries the code. */
export function deepLink(link: string, page: string): Result {
  const home = new URL(link);
  const typed = page.trim();
  if (!typed) return { url: link };
  const target = resolve(typed, home);
  if (!target) return { problem: 'This does not look like a page. Try something like /shoes.' };
  if (target.host !== home.host || !/^https?:$/.test(target.protocol)) {
    return { problem: `Your link works on ${home.host} only. Paste a page of that shop.` };
  }
  const url = new URL(home);
  url.pathname = target.pathname;
  url.search = target.search;
  url.hash = target.hash;
  for (const [name, value] of home.searchParams) url.searchParams.set(name, value);
  return { url: url.href };
}
