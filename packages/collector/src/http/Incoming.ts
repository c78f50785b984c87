import { IncomingMessage } from 'node:http';

/** Is told the pieces of a body as they come, and null at its end. */
export type Taker = (piece: Buffer | null) => void;

/**
 * A request whose body can be taken as it comes. As a stream, each piece waits in a buffer for turns of the event loop; with a body of one piece, as
 * all are that the script sends, that was a twelfth of all that a request costs.
 */
export class Incoming extends IncomingMessage {
  #taker: Taker | undefined;

  /** To be called before the request's handler returns, or the body goes into the stream; from then on nothing does. */
  takeBody(taker: Taker): void {
    this.#taker = taker;
  }

  override push(piece: Buffer | null): boolean {
    if (!this.#taker) return super.push(piece);
    this.#taker(piece);
    return true;
  }
}
