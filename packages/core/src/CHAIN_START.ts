/** What stands for the hash before the first entry of a chain: 64 zeros. */
export const CHAIN_START = '0'.repeat(64);
