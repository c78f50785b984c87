import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Headers of every answer: pages run nothing and reach nothing but their own, nobody frames them. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Other hosts of the same domain are not ours to decide about.
    strictTransportSecurity: { maxAge: 15_552_000, includeSubDomains: false },
  });
}
