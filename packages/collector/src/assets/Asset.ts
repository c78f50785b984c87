/** A file that is served from memory; `compressed` does its work once, for whoever asks first. */
export type Asset = {
  type: string;
  etag: string;
  plain: Buffer;
  compressed: (encoding: 'br' | 'gzip') => Promise<Buffer>;
};
