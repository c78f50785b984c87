/** What a code may look like: safe in a URL, a cookie and a coupon field. */
export const CODE_PATTERN = /^[A-Za-z0-9_.~-]{1,64}$/;
