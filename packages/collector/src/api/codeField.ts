import { fields } from '@reftally/core';

/** What blogs put into `?ref=` of their own accord: the script passes over such values, so a code like that would never count. */
const HOST_NAME = /^([\w-]+\.)+[a-z]{2,}$/i;

/** A code that somebody chose. */
export const codeField = fields.code.refine((code) => !HOST_NAME.test(code), {
  error: 'expected a code that does not look like a host name: the script ignores those',
});
