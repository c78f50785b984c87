/** What a new partner is made from. */
export type PartnerInput = { site: string; name: string; code?: string; email?: string };
