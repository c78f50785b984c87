/** What an id chosen by people may look like: safe in an address and in a file. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;
