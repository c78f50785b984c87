import { JsonBytes } from '@reftally/store';

const HEAD_BYTES = 4_096;
/** More than most rows have. */
const ROW_BYTES = 448;

/** The JSON of `{ ...head, totals: [row …], ...tail }`, each row written by `put`; of `tail` what is not undefined. */
export function totalsJson<Row>(
  head: Readonly<Record<string, string | object>>,
  rows: readonly Row[],
  put: (json: JsonBytes, row: Row) => void,
  tail: Readonly<Record<string, string | object | undefined>>,
): Buffer {
  const json = new JsonBytes(HEAD_BYTES + ROW_BYTES * rows.length);
  json.raw('{');
  for (const [name, value] of Object.entries(head)) {
    putField(json, name, value);
    json.raw(',');
  }
  json.raw('"totals":[');
  for (let index = 0; index < rows.length; index++) {
    if (index > 0) json.raw(',');
    put(json, rows[index] as Row);
  }
  json.raw(']');
  for (const [name, value] of Object.entries(tail)) {
    if (value === undefined) continue;
    json.raw(',');
    putField(json, name, value);
  }
  json.raw('}');
  return json.bytes;
}

function putField(json: JsonBytes, name: string, value: string | object): void {
  json.text(name);
  json.raw(':');
  json.value(value);
}
