/** The layout of a tar archive (POSIX ustar): where the fields of a header are, and how long (bytes). */
export const TAR = {
  block: 512,
  /** Twelve octal digits cannot say more. */
  maxBytes: 8 ** 11,
  name: [0, 100],
  mode: [100, 8],
  size: [124, 12],
  sum: [148, 8],
  type: [156, 1],
  prefix: [345, 155],
} as const;
