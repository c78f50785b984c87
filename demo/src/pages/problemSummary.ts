import type { FormProblem } from '../FormProblem.js';
import { type Html, html } from '../html.js';

/** What is wrong with a form, above it, with a link to each field; nothing when all is well. */
export function problemSummary(problems: readonly FormProblem[]): Html {
  if (problems.length === 0) return html``;
  return html`<div class="problems" role="alert">
    <p>${problems.length === 1 ? 'One thing to put right:' : `${problems.length} things to put right:`}</p>
    <ul>${problems.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul>
  </div>`;
}
