import { describeIssues } from '@reftally/core';
import type { z } from 'zod';
import { HttpError } from './HttpError.js';

/** Checks a body or query; 400 that names each field and what was expected. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new HttpError(400, 'invalid-request', 'Expected a JSON object as the body.');
  }
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const field = first?.path[0] ?? (first?.code === 'unrecognized_keys' ? first.keys[0] : undefined);
  throw new HttpError(400, 'invalid-request', describeIssues(parsed.error.issues), {
    field: field === undefined ? undefined : String(field),
  });
}
