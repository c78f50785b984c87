const TAG = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/** The attributes of every script element of a page, by name; one without a value has `''`. What is commented out does not count. */
export function scriptTags(html: string): Map<string, string>[] {
  return [...html.replace(/<!--[\s\S]*?-->/g, '').matchAll(TAG)].map(
    ([, text = '']) =>
      new Map(
        [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
          name.toLowerCase(),
          unescaped(double ?? single ?? bare ?? ''),
        ]),
      ),
  );
}

function unescaped(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
