import type { Tally } from './makeTally.js';
import { type Connection, openConnection } from './openConnection.js';

/** Sends one request after the other over one connection until `run.isStopping`; resolves after the last answer. */
export function driveConnection(
  port: number,
  nextRequest: () => string,
  tally: Tally,
  run: { isStopping: boolean },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let connection: Connection | undefined;
    let sentAt = 0;
    const send = () => {
      sentAt = performance.now();
      connection?.send(nextRequest());
    };
    const end = (problem: string) => {
      if (!run.isStopping) tally.problem(problem);
      resolve();
    };
    openConnection(
      port,
      (answer) => {
        tally.answer(answer, sentAt);
        if (!run.isStopping) return send();
        resolve();
        connection?.close();
      },
      (problem = 'the server closed a connection') => end(problem),
    ).then((opened) => {
      connection = opened;
      send();
    }, reject);
  });
}
