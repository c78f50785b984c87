/** What can be set, by `watchDataLayer()` or as attributes of the script tag (`events` is `data-events`). */
export interface DataLayerOptions {
  /** Name of the global list; default `dataLayer`. */
  name?: string;
  /** Which of Google's events to report, comma-separated; default `purchase,refund,sign_up`. */
  events?: string;
}
