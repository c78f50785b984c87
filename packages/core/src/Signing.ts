/**
 * From what a site's signing secret is made again whenever a signature is checked; the secret itself is nowhere stored. It is derived from
 * the operator's key and this salt, and `hash` (SHA-256, hex) tells whether that key is still the same. `since` in ms.
 */
export type Signing = { salt: string; hash: string; since: number };
