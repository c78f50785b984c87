/** A shop of static pages on the machine, which writes down what is posted to it. */
export interface Shop {
  /** Its origin. */
  readonly url: string;
  /** Bodies of the requests that were not GETs, in the order of their arrival. */
  readonly posted: string[];
  close(): Promise<void>;
}
