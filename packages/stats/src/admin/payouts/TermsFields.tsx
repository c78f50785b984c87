import { useState } from 'preact/hooks';
import type { PayoutTerms } from '../../api/PayoutTerms.js';
import type { Site } from '../../api/Site.js';
import { Field } from '../../ui/Field.js';

type Props = { site: Site; onTerms: (terms: PayoutTerms) => void };

function termsOf(currency: string, least: Record<string, string>): PayoutTerms {
  const amounts = Object.entries(least).filter(
    ([code, amount]) => amount.trim() !== '' && (currency === '' || code === currency),
  );
  return {
    ...(currency === '' ? {} : { currency }),
    ...(amounts.length > 0
      ? { threshold: Object.fromEntries(amounts.map(([code, sum]) => [code, sum.trim()])) }
      : {}),
  };
}

/** Which currency to pay, and from which sum on; told when a field is left, not at every key. */
export function TermsFields({ site: { currencies }, onTerms }: Props) {
  const [currency, setCurrency] = useState(currencies.length === 1 ? (currencies[0] ?? '') : '');
  const [least, setLeast] = useState<Record<string, string>>({});
  return (
    <div class="terms">
      {currencies.length > 1 && (
        <label class="field">
          <span class="label">Currency</span>
          <select
            class="input"
            value={currency}
            onChange={(event) => {
              setCurrency(event.currentTarget.value);
              onTerms(termsOf(event.currentTarget.value, least));
            }}
          >
            <option value="">All, each for itself</option>
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      )}
      {currencies
        .filter((code) => currency === '' || code === currency)
        .map((code) => (
          <Field
            key={code}
            label={`Least payment in ${code}`}
            input={{
              value: least[code] ?? '',
              placeholder: 'any',
              inputMode: 'decimal',
              autoComplete: 'off',
              onInput: (event) => setLeast({ ...least, [code]: event.currentTarget.value }),
              onChange: () => onTerms(termsOf(currency, least)),
            }}
          />
        ))}
    </div>
  );
}
