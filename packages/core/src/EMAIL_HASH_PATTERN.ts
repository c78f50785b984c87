/** A SHA-256 in hex. */
export const EMAIL_HASH_PATTERN = /^[0-9a-f]{64}$/i;
