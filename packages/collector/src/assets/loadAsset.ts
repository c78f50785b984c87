import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { sha256 } from '../auth/sha256.js';
import type { Asset } from './Asset.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Reads a built file and compresses it as far as it goes: that is paid once, at the start. */
export async function loadAsset(file: string): Promise<Asset> {
  const plain = await readFile(file);
  return {
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    etag: `"${sha256(plain.toString('latin1')).slice(0, 20)}"`,
    plain,
    gzip: gzipSync(plain, { level: 9 }),
    br: brotliCompressSync(plain),
  };
}
