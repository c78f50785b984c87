import type { SignedClaim } from './SignedClaim.js';
import type { Trust } from './Trust.js';

/** What surrounds an event on arrival. Times in ms of the collector's clock. */
export type EventContext = {
  site: string;
  /** The currencies of the site. */
  currencies: readonly string[];
  receivedAt: number;
  trust: Trust;
  /** Makes a time-ordered id, unique everywhere. */
  newId: () => string;
  /** Says what is wrong with the signature of a purchase. Absent where the sender itself is believed further than any signature. */
  checkSignature?: (claim: SignedClaim) => string | undefined;
  /** Salted hash of address and browser; asked for only when the event carries a code. */
  clientHash?: () => string;
  /** Whether the sender's browser says that it is a robot; asked for only of conversions. */
  isRobot?: () => boolean;
};
