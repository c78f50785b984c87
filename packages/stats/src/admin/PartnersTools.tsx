import type { SortKey } from '../lib/SortKey.js';
import { Icon } from '../ui/Icon.js';
import { COLUMNS } from './COLUMNS.js';

type Sort = { key: SortKey; descending: boolean };
type Props = {
  typed: string;
  onType: (text: string) => void;
  currencies: readonly string[];
  currency: string;
  onCurrency: (currency: string) => void;
  sort: Sort;
  onSort: (sort: Sort) => void;
};

/** Search, the currency of the amounts, and (where the table has no head) the order. */
export function PartnersTools({ typed, onType, currencies, currency, onCurrency, sort, onSort }: Props) {
  return (
    <search class="tools">
      <label class="search-box">
        <span class="visually-hidden">Find a partner by name or code</span>
        <Icon name="search" />
        <input
          class="input"
          type="search"
          placeholder="Find by name or code"
          value={typed}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
      {currencies.length > 1 && (
        <label class="tool">
          <span>Amounts in</span>
          <select class="input" value={currency} onChange={(event) => onCurrency(event.currentTarget.value)}>
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      )}
      <label class="tool narrow-only">
        <span>Order</span>
        <select
          class="input"
          value={sort.key}
          onChange={(event) => {
            const column = COLUMNS.find(({ key }) => key === event.currentTarget.value);
            if (column) onSort({ key: column.key, descending: column.key !== 'name' });
          }}
        >
          {COLUMNS.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}
