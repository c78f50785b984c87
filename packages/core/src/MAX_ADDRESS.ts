/** How many characters of an address are kept. */
export const MAX_ADDRESS = 1024;
