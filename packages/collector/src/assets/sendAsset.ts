import type { Request, Response } from 'express';
import type { Asset } from './Asset.js';

/** Answers with a file in the best encoding that the browser takes, or with 304 when it has it already. */
export function sendAsset(req: Request, res: Response, asset: Asset, cacheControl: string): void {
  const encoding = req.acceptsEncodings(['br', 'gzip', 'identity']);
  // One file in three encodings is three representations, each with its own tag (RFC 9110, 8.8.3.3).
  const suffix = encoding === 'br' || encoding === 'gzip' ? `-${encoding}` : '';
  res
    .set({ 'Cache-Control': cacheControl, ETag: asset.etag.replace(/"$/, `${suffix}"`) })
    .vary('Accept-Encoding');
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  if (suffix) res.set('Content-Encoding', suffix.slice(1));
  res.type(asset.type).send(encoding === 'br' ? asset.br : encoding === 'gzip' ? asset.gzip : asset.plain);
}
