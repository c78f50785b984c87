import type { Principal } from './Principal.js';

/** Who asks and until when (ms); a key has no end. */
export type Session = { principal: Principal; expiresAt?: number };
