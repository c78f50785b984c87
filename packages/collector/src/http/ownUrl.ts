import type { Request } from 'express';

/** The collector's address as the asker knows it, without a slash at the end. */
export function ownUrl(req: Request, publicUrl: string | undefined): string {
  return publicUrl ?? `${req.protocol}://${req.get('host') ?? 'localhost'}`;
}
