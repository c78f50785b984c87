/** What the name of an ad click id looks like. */
export const AD_NAME_PATTERN = /^[a-z]{1,16}$/;
