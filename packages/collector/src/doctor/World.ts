/** How the doctor reaches what it looks at. Rejections are findings, not errors. */
export type World = {
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** All addresses of a host name, IPv4 and IPv6. */
  addresses: (host: string) => Promise<string[]>;
  /** The names that a host name stands for (CNAME); none when it has an address of its own. */
  aliases: (host: string) => Promise<string[]>;
};
