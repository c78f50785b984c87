/**
 * A visit that carried a code. `at` in ms; `landing` is origin + path of the page, when it was seen, `referrer` the host from which the
 * visitor came to it, when that was another one, `ad` the name of the ad click id in its address. `arrivals`: how often the same client had
 * come with the code on that day, this time included, when it was not the first.
 */
export type Touch = {
  code: string;
  at: number;
  landing?: string;
  referrer?: string;
  ad?: string;
  arrivals?: number;
};
