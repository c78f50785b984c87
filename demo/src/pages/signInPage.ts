import { type Html, html } from '../html.js';
import { link } from '../link.js';
import type { FormResult } from '../readForm.js';
import type { Visit } from '../Visit.js';
import { field } from './field.js';
import { layout } from './layout.js';
import { problemSummary } from './problemSummary.js';

const empty: FormResult<'email'> = { values: { email: '' }, problems: [] };

/** The form for those who have an account. */
export function signInPage(visit: Visit, { values, problems } = empty): Html {
  return layout(
    visit,
    'Sign in',
    html`<section class="narrow">
      <h1>Welcome back</h1>
      <p class="lead">Your address is enough: there is no password in this demo.</p>
      ${problemSummary(problems)}
      <form class="form" method="post" action="${link(visit, '/signin')}" novalidate>
        ${field({ name: 'email', label: 'E-mail address', type: 'email', value: values.email, autocomplete: 'email', problems })}
        <button class="button">Sign in</button>
      </form>
      <p class="small">New here? <a href="${link(visit, '/signup')}">Sign up</a></p>
    </section>`,
  );
}
