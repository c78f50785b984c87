/** One event as the script put it on the wire; times in ms by the browser's clock. */
export interface WireEvent {
  readonly id: string;
  readonly n: string;
  readonly t: number;
  readonly u?: string;
  readonly r?: string;
  readonly a?: { readonly v?: string; readonly t?: readonly (readonly [code: string, at: number])[] };
  readonly p?: { readonly [name: string]: unknown };
}
