/** By what a partner is recognised as a customer. */
export type PartnerIdentity = {
  /** SHA-256 (hex, lower case) of the partner's address: as `normaliseEmail` spells it, and only trimmed and in lower case. */
  emailHashes: readonly string[];
  /** The shop's own id of the partner as a customer. */
  customerId?: string;
  /** The clients (salted daily hashes) in which the partner has lately used its stats page. */
  clients: { has(client: string): boolean };
};
