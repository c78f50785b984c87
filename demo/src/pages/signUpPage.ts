import { type Html, html } from '../html.js';
import { link } from '../link.js';
import type { FormResult } from '../readForm.js';
import type { Visit } from '../Visit.js';
import { field } from './field.js';
import { layout } from './layout.js';
import { problemSummary } from './problemSummary.js';

const empty: FormResult<'name' | 'email'> = {
  values: { name: '', email: '' },
  problems: [],
};

/** The form that makes an account. */
export function signUpPage(visit: Visit, { values, problems } = empty): Html {
  return layout(
    visit,
    'Sign up',
    html`<section class="narrow">
      <h1>Make an account</h1>
      <p class="lead">So that we know where to send the next bag. There is no password in this demo.</p>
      ${problemSummary(problems)}
      <form class="form" method="post" action="${link(visit, '/signup')}" novalidate>
        ${field({ name: 'name', label: 'Your name', value: values.name, autocomplete: 'name', problems })}
        ${field({ name: 'email', label: 'E-mail address', type: 'email', value: values.email, autocomplete: 'email', problems })}
        <button class="button">Sign up</button>
      </form>
      <p class="small">Have an account? <a href="${link(visit, '/signin')}">Sign in</a></p>
    </section>`,
  );
}
