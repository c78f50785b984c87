import type { Request, Response } from 'express';
import type { Asset } from './Asset.js';

/** Answers with a file in the best encoding that the browser takes, or with 304 when it has it already. */
export async function sendAsset(
  req: Request,
  res: Response,
  asset: Asset,
  cacheControl: string,
): Promise<void> {
  // One by one: asked about all at once, Express goes by the browser's order, and browsers name gzip first.
  const encoding = (['br', 'gzip'] as const).find((one) => req.acceptsEncodings(one) === one);
  // One file in three encodings is three representations, each with its own tag (RFC 9110, 8.8.3.3).
  const suffix = encoding ? `-${encoding}` : '';
  res
    .set({ 'Cache-Control': cacheControl, ETag: asset.etag.replace(/"$/, `${suffix}"`) })
    .vary('Accept-Encoding');
  if (req.fresh) {
    res.status(304).end();
    return;
  }
  if (encoding) res.set('Content-Encoding', encoding);
  res.type(asset.type).send(encoding ? await asset.compressed(encoding) : asset.plain);
}
