import type { RequestHandler } from 'express';

/**
 * Sets the shop's security headers: nothing runs or loads that is not named. The tracker takes two entries of the
 * policy, `script-src` for its file and `connect-src` for its endpoint.
 */
export function contentSecurity(collectorUrl: string): RequestHandler {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${collectorUrl}`,
    `connect-src ${collectorUrl}`,
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  return (_request, response, next) => {
    response.set({
      'content-security-policy': policy,
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
    });
    next();
  };
}
