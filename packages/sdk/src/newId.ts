/** A new id, 32 hex digits in UUIDv7's layout: `at` in ms, then random bits. `crypto.randomUUID` is missing on plain http; this is not. */
export const newId = (at: number): string =>
  `0${at.toString(16)}7xxx8xxxxxxxxxxxxxxx`.replace(/x/g, () =>
    ((crypto.getRandomValues(new Uint8Array(1))[0] as number) & 15).toString(16),
  );
