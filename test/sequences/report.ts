import type { Departure } from './Act.js';

/** What a page is to report, and where it goes right after that, in the same task. */
export interface Errand {
  readonly key: string;
  readonly name: string;
  readonly props: { readonly [name: string]: string | number };
  readonly leaving?: Departure | undefined;
  /** Where `navigate` leads. */
  readonly path: string;
}

/** Runs in a page of the shop; tells the shop what was answered, and says whether the page is leaving. */
export function report({ key, name, props, leaving, path }: Errand): boolean {
  const { reftally, navigation } = window as Window & { navigation?: { canGoBack: boolean } };
  reftally?.track(name, props).then(({ status, reason }) => {
    navigator.sendBeacon('/note', [status, reason ?? '', key].join());
  });
  if (leaving === 'navigate') location.href = path;
  if (leaving === 'reload') location.reload();
  if (leaving === 'back' && navigation?.canGoBack) history.back();
  return leaving === 'back' ? navigation?.canGoBack === true : leaving !== undefined;
}
