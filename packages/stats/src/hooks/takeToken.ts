/** Takes the sign-in token out of the address, so that it is neither bookmarked nor shared nor kept in the history. */
export function takeToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('access');
  if (!token) return undefined;
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
