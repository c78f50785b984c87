/** What the name of a group of partners may look like. */
export const GROUP_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;
