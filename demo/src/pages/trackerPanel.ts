import { type Html, html } from '../html.js';
import type { PurchaseReport } from '../PurchaseReport.js';

/**
 * A panel that reports an event to the tracker and shows what it answered. The page's script reads the event from the
 * `data-` attributes: `name` is the event's, `props` its properties.
 */
export function trackerPanel(name: 'signup' | 'purchase', props: Partial<PurchaseReport>): Html {
  const items = props.items?.map(({ id, quantity }) => `${quantity} × ${id}`).join(', ');
  const rows = Object.entries<string | undefined>({ ...props, items });
  return html`<aside class="tracker" aria-labelledby="tracker-title" data-track="${name}" data-props="${JSON.stringify(props)}">
    <h2 id="tracker-title">What the tracker said</h2>
    <p class="tracker-call"><code>reftally.track('${name}', …)</code></p>
    <dl class="tracker-sent">${rows.flatMap(([key, value]) => (value === undefined ? [] : html`<div><dt>${key}</dt><dd>${value}</dd></div>`))}</dl>
    <div class="tracker-answer" aria-live="polite"><p class="tracker-words">Waiting for an answer…</p></div>
    <p class="small">A real shop would not show this panel.</p>
  </aside>`;
}
