/** Lays hex digits out as a UUID of the given version (RFC 9562). */
export const uuid = (version: number, hex: string): string =>
  hex.replace(/(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, `$1-$2-${version}$3-8$4-$5`);
