import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes of a file as it is, by gzip -9 and by brotli 11. */
export function sizesOf(file: Buffer): {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
} {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return {
    raw: file.length,
    gzip: gzipSync(file, { level: 9 }).length,
    brotli: brotliCompressSync(file, quality).length,
  };
}
