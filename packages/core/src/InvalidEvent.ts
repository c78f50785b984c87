/** An event that cannot be kept; `reason` names each field and says what was expected. `id` is null when there is none to name. */
export type InvalidEvent = {
  id: string | null;
  status: 'invalid';
  reason: string;
};
