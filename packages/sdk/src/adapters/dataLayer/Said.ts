/** What a page has said on its `dataLayer`, in Google's names; nothing of it is trusted. */
export interface Said {
  readonly [name: string]: unknown;
}
