import { isUtf8 } from 'node:buffer';
import { fields } from '@reftally/core';
import { HttpError } from '../http/HttpError.js';
import type { Batch } from './Batch.js';

const MAX_EVENTS = 50;

/** Reads the body of `POST /e`: 400 that names the field, or 413 for too many events. The events themselves may still be anything. */
export function parseBatch(body: Buffer): Batch {
  const { v, k, s, e } = parseObject(body);
  if (v !== 1) throw invalid('v', fields.expected('1, the version of this format', v));
  if (typeof k !== 'string' || k === '' || k.length > 128) {
    throw invalid('k', fields.expected("the site's public key", k));
  }
  if (typeof s !== 'number') throw invalid('s', fields.expected('the time of sending in milliseconds', s));
  if (!Array.isArray(e) || e.length === 0) throw invalid('e', fields.expected('a list of 1 to 50 events', e));
  if (e.length > MAX_EVENTS) {
    const message = `e: expected at most ${MAX_EVENTS} events a request, got ${e.length}; send the rest in another.`;
    throw new HttpError(413, 'too-many-events', message, { field: 'e' });
  }
  return { key: k, sentAt: s, events: e };
}

function parseObject(body: Buffer): Record<string, unknown> {
  if (!isUtf8(body)) throw new HttpError(400, 'not-json', 'The body is not UTF-8: expected a JSON object.');
  let value: unknown;
  try {
    value = JSON.parse(body.toString());
  } catch {
    throw new HttpError(400, 'not-json', 'The body is not JSON: expected an object {"v","k","s","e"}.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new HttpError(400, 'invalid-request', 'Expected a JSON object {"v","k","s","e"}.');
}

function invalid(field: string, message: string): HttpError {
  return new HttpError(400, 'invalid-request', `${field}: ${message}`, { field });
}
