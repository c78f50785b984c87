/**
 * What goes wrong with one request. `answer`: the proxy answers instead of the collector. `reset`: the connection is reset and the collector
 * hears nothing. `drop-reply`: the collector hears it, and its reply is lost. `delay`: everything as it should be, `ms` later.
 */
export type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'reset' }
  | { readonly kind: 'drop-reply' }
  | { readonly kind: 'delay'; readonly ms: number };
