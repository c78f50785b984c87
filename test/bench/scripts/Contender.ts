import type { Reply } from './Reply.js';

/** One of the scripts that are compared. Everything of its own comes from its own server, another origin than the pages'. */
export interface Contender {
  /** What its column is called, version included. */
  readonly name: string;
  /** Its pages' path on the shop. */
  readonly path: string;
  /** What a shop pastes into its pages, for the server that it reports to. */
  tags(server: string): string;
  /** The files of `tags` that its size is counted by, by their paths on the server. */
  readonly files: readonly string[];
  /** An expression that is true in a page where `buy` can be called. */
  readonly ready: string;
  /** A function, as text, that reports a sale with the order id that it is given, by the documented call. */
  readonly buy: string;
  /** Whether it can report a sale at all; without it, nothing is said about arrivals. */
  readonly canBuy: boolean;
  /** What its real server would answer; undefined when nobody there knows the path. */
  answer(request: Asked): Promise<Reply | undefined> | Reply | undefined;
}

/** A request as a contender's server gets it. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
