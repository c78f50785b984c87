/** How a command reaches a running collector, as its flags say. */
export type Connection = {
  url: string;
  adminKey?: string;
  /** Where the key is found when none is given. */
  store: string;
  /** Print what the API answered, for machines. */
  json?: boolean;
};
