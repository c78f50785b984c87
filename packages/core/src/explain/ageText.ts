const UNITS: [name: string, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A length of time (ms) in its largest whole unit: `2 days`, `1 hour`, `less than a minute`. */
export function ageText(ms: number): string {
  for (const [name, length] of UNITS) {
    const count = Math.floor(ms / length);
    if (count >= 1) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}
