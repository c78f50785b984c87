/** What can be set, by `watchForms()` or as attributes of the script tag (`hosts` is `data-hosts`). */
export interface FormsOptions {
  /** Name of the form field that gets the code; default `referral`. */
  field?: string;
  /** CSS selector of forms that get such a hidden field where they have none; default: none. */
  forms?: string;
  /** Hosts (and their subdomains) of payment links, comma-separated; default `buy.stripe.com`; `''` for none. */
  hosts?: string;
}
