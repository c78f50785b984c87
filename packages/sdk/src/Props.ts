/** The properties of an event, whatever its name. */
export interface Props {
  [name: string]: unknown;
}
