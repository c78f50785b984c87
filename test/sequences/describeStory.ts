import type { Act } from './Act.js';
import type { Story } from './Story.js';

/** A story as somebody can read it: a line for each step. */
export function describeStory({ choice, code, latencyMs, steps }: Story): string {
  const lines = steps.map(
    ({ tab, act, meanwhile }) =>
      `tab ${tab}: ${words(act)}${meanwhile ? `, and in the other one ${words(meanwhile)}` : ''}`,
  );
  return [`consent ${choice}, code ${code ?? 'none'}, ${latencyMs} ms away`, ...lines].join('\n');
}

function words({ do: name, ...more }: Act): string {
  return [name, ...Object.entries(more).map(([key, value]) => `${key} ${value}`)].join(' ');
}
