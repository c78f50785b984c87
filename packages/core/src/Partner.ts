/** Whether a partner can be credited. */
export type PartnerStatus = 'active' | 'paused';

/** Who refers and earns. */
export type Partner = {
  id: string;
  site: string;
  name: string;
  email?: string;
  /** The first code; further ones are links. */
  code: string;
  status: PartnerStatus;
  createdAt: number;
};
