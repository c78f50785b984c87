import { type Html, html } from '../html.js';

/**
 * A panel that reports an event to the tracker and shows what it answered. The page's script reads the event from the
 * `data-` attributes: `name` is the event's, `props` its properties.
 */
export function trackerPanel(name: 'signup' | 'purchase', props: Readonly<Record<string, string>>): Html {
  return html`<aside class="tracker" aria-labelledby="tracker-title" data-track="${name}" data-props="${JSON.stringify(props)}">
    <h2 id="tracker-title">What the tracker said</h2>
    <p class="tracker-call"><code>reftally.track('${name}', …)</code></p>
    <dl class="tracker-sent">${Object.entries(props).map(([key, value]) => html`<div><dt>${key}</dt><dd>${value}</dd></div>`)}</dl>
    <div class="tracker-answer" aria-live="polite"><p class="tracker-words">Waiting for an answer…</p></div>
    <p class="small">A real shop would not show this panel.</p>
  </aside>`;
}
