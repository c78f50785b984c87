/** A server under measurement, in a process of its own. */
export type Server = {
  port: number;
  pid: number;
  traffic: { siteKey: string; codes: string[] };
  stop(): Promise<void>;
};
