import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
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

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Reads a built file; it is compressed as far as it goes when first asked for, since that takes longer than the rest of a start. */
export async function loadAsset(file: string): Promise<Asset> {
  const plain = await readFile(file);
  return {
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    etag: `"${sha256(plain.toString('latin1')).slice(0, 20)}"`,
    plain,
    compressed: onceEach((encoding) => (encoding === 'br' ? brotlied(plain) : gzipped(plain, { level: 9 }))),
  };
}

/** Remembers what was made of each key. */
function onceEach<K, V>(make: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const made = new Map<K, Promise<V>>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
