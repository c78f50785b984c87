/** What a visitor id may consist of. */
export const VISITOR_PATTERN = /^[A-Za-z0-9_-]{8,64}$/;
