import { useState } from 'preact/hooks';
import { deepLink } from '../lib/deepLink.js';
import { CopyField } from '../ui/CopyField.js';
import { Field } from '../ui/Field.js';

/** The partner's own link, and a builder for links to other pages of the shop. */
export function LinkCard({ link }: { link: string }) {
  const [page, setPage] = useState('');
  const result = deepLink(link, page);
  const host = new URL(link).host;
  return (
    <section class="link-card" aria-labelledby="link">
      <div>
        <h2 id="link">Your referral link</h2>
        <p>Whoever follows it is counted as yours.</p>
        <CopyField label="Your referral link" value={link} what="link" kind="strong" hideLabel />
      </div>
      <div>
        <h2>Link to another page</h2>
        <Field
          label="Page of the shop"
          hint={page ? undefined : `A path or an address on ${host}.`}
          problem={'problem' in result ? result.problem : undefined}
          input={{
            value: page,
            placeholder: '/shoes',
            autoComplete: 'off',
            autoCapitalize: 'none',
            spellcheck: false,
            inputMode: 'url',
            onInput: (event) => setPage(event.currentTarget.value),
          }}
        />
        {page.trim() && 'url' in result && (
          <CopyField
            label="Your link to this page"
            value={result.url}
            what="link to this page"
            kind="strong"
            hideLabel
          />
        )}
      </div>
    </section>
  );
}
