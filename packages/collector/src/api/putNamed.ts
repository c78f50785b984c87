import type { JsonBytes } from '@reftally/store';

/** What a row of totals begins with. */
type Named = { partner: string; code: string; name: string; period?: string };

/** Begins the object of a row with whose it is, and of which period. */
export function putNamed(json: JsonBytes, { partner, code, name, period }: Named): void {
  json.raw('{"partner":');
  json.text(partner);
  json.raw(',"code":');
  json.text(code);
  json.raw(',"name":');
  json.text(name);
  if (period === undefined) return;
  json.raw(',"period":');
  json.text(period);
}
