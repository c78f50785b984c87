import { fields, policySchema, tagSchema } from '@reftally/core';
import { z } from 'zod';
import { ID_PATTERN } from './ID_PATTERN.js';
import { payerField } from './payerField.js';

const origin = z.string({ error: (issue) => fields.expected('an origin', issue.input) }).refine(isOrigin, {
  error: (issue) =>
    `expected an origin (scheme, host and port only) such as "https://shop.example"${hint(issue.input)}`,
});

const landingUrl = z
  .string({ error: (issue) => fields.expected('an address such as "https://shop.example/"', issue.input) })
  .max(1024)
  .refine(isPage, {
    error: 'expected an http or https address without user name or #, such as "https://shop.example/"',
  });

const timeZone = z
  .string({ error: (issue) => fields.expected('a time zone such as "Europe/Berlin"', issue.input) })
  .refine(isTimeZone, { error: 'expected an IANA time zone such as "Europe/Berlin"' });

function list<Item extends z.ZodType>(item: Item, what: string) {
  return z
    .array(item, { error: (issue) => fields.expected(`a list of ${what}`, issue.input) })
    .min(1, `expected at least one of ${what}`)
    .max(50, `expected at most 50 ${what}`);
}

/** The fields of a site, each with the sentence that says what was expected. */
export const siteFields = {
  id: z.string({ error: (issue) => fields.expected('an id', issue.input) }).regex(ID_PATTERN, {
    error: 'expected an id of 1 to 64 characters of A-Z a-z 0-9 _ -',
  }),
  name: fields.text(200),
  origins: list(origin, 'origins'),
  landingUrl,
  currencies: list(fields.currency, 'currencies'),
  timeZone,
  policy: policySchema,
  tag: tagSchema,
  payer: payerField,
};

/** A browser's `Origin` is compared as it stands, so it must be written as browsers write it; "null" is what a sandboxed page sends. */
function isOrigin(value: string): boolean {
  return value === 'null' || originOf(value) === value;
}

function hint(input: unknown): string {
  const meant = typeof input === 'string' ? originOf(input) : undefined;
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}

function originOf(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const { origin, protocol } = new URL(value);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}

function isPage(value: string): boolean {
  if (originOf(value) === undefined) return false;
  const { username, password, hash } = new URL(value);
  return username === '' && password === '' && hash === '';
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined && !/^[+-]/.test(value);
  } catch {
    return false;
  }
}
