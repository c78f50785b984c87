import { dayOf } from '@reftally/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DayRange } from '../src/file/DayRange.js';

// What is known of other times must not change what is said of one.

const HOUR_MS = 3_600_000;
const begun = Date.parse('2026-03-20T00:00:00Z');
const at = fc.integer({ min: 0, max: 20 * 24 * 4 }).map((quarters) => begun + (quarters * HOUR_MS) / 4);
const days = fc.tuple(at, at).map((two) => two.sort((a, b) => a - b).map((time) => dayOf(time, 'UTC')));
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Auckland', 'America/Sao_Paulo');

test('a time is within a range of days as its own day is, whatever was asked before', () => {
  const property = fc.property(days, zone, fc.array(at), ([from = '', to = ''], timeZone, times) => {
    const range = new DayRange(from, to, timeZone);
    for (const time of times) {
      const day = dayOf(time, timeZone);
      expect(range.has(time), `${day} in ${from} to ${to}`).toBe(from <= day && day <= to);
    }
  });
  fc.assert(property, { numRuns: 1_000 });
});
