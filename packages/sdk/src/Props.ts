/** The properties of an event, whatever its name. */
export interface Props {
  amount?: unknown;
  [name: string]: unknown;
}
