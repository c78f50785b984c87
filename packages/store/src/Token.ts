/**
 * A bearer secret, of which only the hash is stored: `access` signs a partner in once, `session` is the cookie after that.
 * Times in ms.
 */
export type Token = {
  /** SHA-256 (hex) of the secret. */
  hash: string;
  kind: 'access' | 'session';
  role: 'admin' | 'site' | 'partner';
  site?: string;
  partner?: string;
  createdAt: number;
  expiresAt: number;
};
