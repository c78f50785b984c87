import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerText } from '../src/collect/answerText.js';
import type { Row } from '../src/collect/recordEvents.js';

// The answer to events is written by hand: as JSON.stringify would write the same rows without what is for servers only.

const text = fc.oneof(
  fc.uuid(),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a\nb', 'a\n', '"', '\\'),
);
const offer = fc.record({ percent: text, coupon: text }, { requiredKeys: ['percent'] });
const kept = fc.record(
  {
    id: text,
    status: fc.constantFrom('accepted' as const, 'duplicate' as const, 'refused' as const),
    reason: fc.constantFrom('expired' as const, 'self-referral' as const),
    partner: text,
    conversion: text,
    offer,
  },
  { requiredKeys: ['id', 'status'] },
);
const invalid = fc.record({ id: fc.option(text), status: fc.constant('invalid' as const), reason: text });

/** In the order of the wire. */
function plain(row: Row): object {
  if (row.status === 'invalid') return row;
  const { id, status, reason, partner, offer } = row;
  return { id, status, reason, partner, offer };
}

test('answers are what JSON.stringify makes of their rows', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(kept, invalid), { maxLength: 5 }), (rows) => {
      expect(answerText(rows)).toBe(JSON.stringify({ r: rows.map(plain) }));
    }),
    { numRuns: 1_000 },
  );
});
