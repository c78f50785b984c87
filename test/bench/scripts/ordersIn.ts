import { gunzipSync } from 'node:zlib';

/** Finds the order ids of these benchmarks in the body of a request, packed as it may be: gzip, or a form's base64. */
export function ordersIn(body: Buffer): string[] {
  const text = (isGzip(body) ? gunzipSync(body) : body).toString();
  const form = new URLSearchParams(text.startsWith('data=') ? text : '').get('data') ?? '';
  const texts = [text, form, Buffer.from(form, 'base64').toString()];
  return [...new Set(texts.flatMap((one) => one.match(/order-[a-z]+-\d+/g) ?? []))];
}

function isGzip(body: Buffer): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
}
