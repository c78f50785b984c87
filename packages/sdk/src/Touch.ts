/** A visit that carried a code, as on the wire: the code, and when it arrived (ms since the epoch). */
export type Touch = [code: string, at: number];
