/** Sites of which the second has half of the first one's events, the third a third, and so on (Zipf); together about `events`. */
export function skewedSites(sites: number, events: number): [site: string, events: number][] {
  const shares = Array.from({ length: sites }, (_, index) => 1 / (index + 1));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share, index) => [`site-${index}`, Math.round((share / sum) * events)]);
}
