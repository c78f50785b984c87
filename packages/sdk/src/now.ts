/** The time, ms since the epoch. The only clock of the script: a test moves it by replacing `Date.now`. */
export const now = (): number => Date.now();
