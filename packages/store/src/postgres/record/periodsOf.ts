/** Under which periods something of a day (`YYYY-MM-DD`) is summed up: the day, its month and its year. */
export function periodsOf(day: string): [day: string, month: string, year: string] {
  return [day, day.slice(0, 7), day.slice(0, 4)];
}
