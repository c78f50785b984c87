/** The most bytes of JSON that an event may take. */
export const MAX_EVENT = 8 * 1024;
