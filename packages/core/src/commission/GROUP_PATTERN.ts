/** What the name of a group of partners may look like. */
export const GROUP_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
