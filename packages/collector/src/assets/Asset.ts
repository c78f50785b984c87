/** A file that is served from memory, compressed once. */
export type Asset = {
  type: string;
  etag: string;
  plain: Buffer;
  gzip: Buffer;
  br: Buffer;
};
