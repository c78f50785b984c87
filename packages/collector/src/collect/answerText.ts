import type { Row } from './recordEvents.js';

/** What stands in JSON as it is. */
const PLAIN = /^[\w .:/-]*$/;

/**
 * The body of an answer to `POST /e`: a row for each event. Put together by hand: `JSON.stringify` looks at each property of each row anew. The id of a
 * conversion is for servers; a page has no use for it.
 */
export function answerText(rows: readonly Row[]): string {
  let text = '';
  for (const row of rows) text += text === '' ? rowText(row) : `,${rowText(row)}`;
  return `{"r":[${text}]}`;
}

function rowText(row: Row): string {
  if (row.status === 'invalid') return JSON.stringify(row);
  const { id, status, reason, partner, offer } = row;
  let text = `{"id":${quoted(id)},"status":"${status}"`;
  if (reason !== undefined) text += `,"reason":"${reason}"`;
  if (partner !== undefined) text += `,"partner":${quoted(partner)}`;
  if (offer !== undefined) text += `,"offer":${JSON.stringify(offer)}`;
  return `${text}}`;
}

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
