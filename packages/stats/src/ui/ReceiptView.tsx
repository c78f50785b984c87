import type { Candidate } from '../api/Candidate.js';
import type { Conversion } from '../api/Conversion.js';
import { candidateStory } from '../lib/candidateStory.js';
import { formatTime } from '../lib/formatTime.js';
import { ruleText } from '../lib/ruleText.js';
import { trustText } from '../lib/trustText.js';
import { CorrectionList } from './CorrectionList.js';
import { EarningParts } from './EarningParts.js';

const VIA: Record<Candidate['via'], string> = { coupon: 'Coupon', customer: 'Known customer', touch: 'Link' };

type Props = { conversion: Conversion; timeZone: string };

/** The answer to “why?”: the sentence, every candidate with its fate, how the commission adds up, what was corrected, and the rule. */
export function ReceiptView({ conversion, timeZone }: Props) {
  const { receipt } = conversion;
  return (
    <div class="receipt">
      <p class="receipt-story">{conversion.explanation}</p>
      {receipt.candidates.length > 0 && (
        <ol class="candidates" aria-label="Candidates, strongest first">
          {receipt.candidates.map((candidate) => (
            <li
              key={`${candidate.via} ${candidate.at} ${candidate.code}`}
              class={`candidate ${candidate.verdict}`}
            >
              <p class="candidate-who">
                {VIA[candidate.via]} <b>{candidate.code ?? 'of another partner'}</b>
                <span>
                  {formatTime(candidate.at, timeZone)}
                  {candidate.landing && `, ${pathOf(candidate.landing)}`}
                </span>
              </p>
              <p>{candidateStory(candidate, receipt)}</p>
            </li>
          ))}
        </ol>
      )}
      {receipt.earning && <EarningParts earning={receipt.earning} />}
      {receipt.corrections && <CorrectionList corrections={receipt.corrections} timeZone={timeZone} />}
      <p class="hint">
        {ruleText(receipt)} {trustText(conversion.trust)}
      </p>
    </div>
  );
}

function pathOf(landing: string): string {
  return URL.canParse(landing) ? new URL(landing).pathname : landing;
}
