import { createHash } from 'node:crypto';

const style =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1.5rem;color:#222;background:#fff}' +
  '@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}}';

/** What a visitor sees whose link leads nowhere; `policy` lets the page's one style through. */
export const unknownLinkPage = {
  html:
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>This link does not work</title><style>${style}</style><h1>This link does not work</h1>` +
    '<p>It may have been mistyped, or it is no longer in use. Please ask whoever gave it to you for a new one.</p></html>',
  policy: `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};
