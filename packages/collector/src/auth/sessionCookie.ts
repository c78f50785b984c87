/** Holds the secret of a session; scripts cannot read it, other sites cannot send it. */
export const sessionCookie = 'reftally_session';
