import type { LoadSpec } from './LoadSpec.js';
import type { RawAnswer } from './openConnection.js';

const ACCEPTED = '"status":"accepted"';
/** Every answer's status and number of accepted rows are checked; one in so many is also parsed as a whole. */
const PARSE_EACH = 64;

/** How many events an answer accepts, or what is wrong with it. `turn` counts the answers. */
export function checkAnswer(
  answer: RawAnswer,
  spec: LoadSpec,
  turn: number,
): { accepted: number; problem?: string } {
  const { status, body } = answer;
  if (status !== spec.expectStatus)
    return { accepted: 0, problem: `${status} ${body.toString('utf8', 0, 300)}` };
  if (!spec.expectRows) return { accepted: 0 };
  const accepted = turn % PARSE_EACH === 0 ? parseAccepted(body) : countAccepted(body);
  if (accepted === spec.eventsPerRequest) return { accepted };
  return {
    accepted,
    problem: `${accepted} of ${spec.eventsPerRequest} accepted: ${othersIn(body)}`,
  };
}

function countAccepted(body: Buffer): number {
  let count = 0;
  for (let at = body.indexOf(ACCEPTED); at >= 0; at = body.indexOf(ACCEPTED, at + ACCEPTED.length)) count++;
  return count;
}

function parseAccepted(body: Buffer): number {
  const { r: rows } = JSON.parse(body.toString()) as {
    r: { id: string; status: string; partner?: string }[];
  };
  return new Set(rows.filter((row) => row.status === 'accepted' && row.partner).map((row) => row.id)).size;
}

/** The first few rows of events that were not accepted. */
function othersIn(body: Buffer): string {
  const { r: rows } = JSON.parse(body.toString()) as { r: { status: string }[] };
  return JSON.stringify(rows.filter(({ status }) => status !== 'accepted').slice(0, 3));
}
