/** A cookie as the browser keeps it. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** With a leading dot when subdomains get it too. */
  readonly domain: string;
  readonly secure: boolean;
  readonly sameSite: string;
}
