/** What one load process sends, to where, and for how long. Times in ms. */
export type LoadSpec = {
  port: number;
  /** The process that listens there. */
  pid: number;
  path: string;
  contentType: string;
  /** The status that every answer must have. */
  expectStatus: number;
  /** Whether every event must come back as accepted; the floors answer nothing of the kind. */
  expectRows: boolean;
  connections: number;
  eventsPerRequest: number;
  /** Whether the events of a request come from as many browsers, as in a log that is sent in; otherwise from one, as the script sends them. */
  isMixed?: boolean;
  warmUpMs: number;
  measureMs: number;
  /** Stops the measurement early, after so many events. */
  maxEvents?: number;
  traffic: TrafficSpec;
};

/** Whose events they are. */
export type TrafficSpec = {
  siteKey: string;
  codes: string[];
  /** Whether purchases name a customer who signed up before, and what was bought. */
  withLines?: boolean;
  /** Tells the ids of one load process from those of another. */
  run: string;
  /** How many visitors have been seen before. */
  knownVisitors: number;
};
