/** The host of a page's address, in lower case; undefined for what is no page of the web. */
export function hostOf(address: string): string | undefined {
  return /^https?:\/\/(?:[^/@?#]*@)?([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase();
}
