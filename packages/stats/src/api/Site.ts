/** One shop, as a session and `GET /api/v1/sites` describe it; only the latter gives the `publicKey`. */
export type Site = {
  id: string;
  name: string;
  landingUrl: string;
  /** ISO 4217 codes in which the shop sells. */
  currencies: string[];
  /** IANA name; all days are days in it. */
  timeZone: string;
  publicKey?: string;
  /** What is probably not meant in its policy. */
  warnings?: string[];
};
