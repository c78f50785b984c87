/** A sign-in link for a partner: works once, until `expiresAt` (ISO 8601 UTC). */
export type Access = { url: string; expiresAt: string };
