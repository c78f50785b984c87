import type { Answer } from './Answer.js';
import type { Conversion } from './Conversion.js';

/** The answer that the first report of a conversion got. */
export function answerOfConversion({ id, partner, reason }: Conversion): Answer {
  const answer: Answer = { status: reason ? 'refused' : 'accepted', conversion: id };
  if (partner) answer.partner = partner;
  if (reason) answer.reason = reason;
  return answer;
}
