import type { Partner } from './Partner.js';
import type { Site } from './Site.js';

/** Who is signed in. `site` is absent for the operator's admin key, `partner` for everyone but a partner. */
export type Session = {
  role: 'admin' | 'site' | 'partner';
  expiresAt: string;
  site?: Site;
  partner?: Pick<Partner, 'id' | 'name' | 'code' | 'link' | 'status'>;
};
