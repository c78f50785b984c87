import { describeAnswer } from './describeAnswer.js';
import { showOffer } from './showOffer.js';
import type { Tracker } from './Tracker.js';
import type { TrackerAnswer } from './TrackerAnswer.js';
import { trustOf } from './trustOf.js';

// All of the shop's own use of the tracker: report the event that the page names, show what came back,
// and what a referred visitor gets off.
// The tracker's script is an ordinary deferred one, so it has run (or failed to load) before this module does.

declare global {
  interface Window {
    reftally?: Tracker;
  }
}

for (const panel of document.querySelectorAll<HTMLElement>('[data-track]')) void report(panel);
void showOffer(document.querySelector('.offer'), window.reftally);

async function report(panel: HTMLElement): Promise<void> {
  const name = panel.dataset.track ?? '';
  const props: Record<string, unknown> = JSON.parse(panel.dataset.props ?? '{}');
  const answer = await window.reftally?.track(name, props);
  show(panel, describeAnswer(answer), answer && { ...answer, ...trustOf(name, props, answer) });
}

type Shown = TrackerAnswer & { readonly trust?: string };

function show(panel: HTMLElement, words: string, answer: Shown | undefined): void {
  const list = document.createElement('dl');
  for (const key of ['status', 'partner', 'reason', 'trust', 'id'] as const) {
    const value = answer?.[key];
    if (value === undefined) continue;
    const row = document.createElement('div');
    row.append(element('dt', key), element('dd', value));
    list.append(row);
  }
  panel.dataset.status = answer?.status ?? 'absent';
  panel.querySelector('.tracker-answer')?.replaceChildren(element('p', words), list);
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
