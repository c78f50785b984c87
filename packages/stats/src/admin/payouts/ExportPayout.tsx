import { useState } from 'preact/hooks';
import type { Api } from '../../api/Api.js';
import type { ExportFormat } from '../../api/ExportFormat.js';
import type { Payout } from '../../api/Payout.js';
import type { Site } from '../../api/Site.js';
import { saveFile } from '../../lib/saveFile.js';
import { announce } from '../../ui/announce.js';
import { Confirm } from '../../ui/Confirm.js';

const FORMATS: readonly [ExportFormat, string][] = [
  ['csv', 'CSV, all payments'],
  ['paypal', 'PayPal mass payment'],
  ['sepa', 'SEPA transfer, euros'],
];

type Props = { api: Api; site: Site; payout: Payout; onChanged: (payout: Payout) => void };

/** The payments as a file. The first one is asked about: afterwards the payout cannot be cancelled. */
export function ExportPayout({ api, site, payout, onChanged }: Props) {
  const currencies = payout.total.map((money) => money.currency);
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [currency, setCurrency] = useState('');
  const several = currencies.length > 1;
  const chosen = several ? currencyOf(format, currency, currencies) : '';
  const save = async () => {
    const { name, content } = await api.exportPayout(site.id, payout.id, {
      format,
      ...(chosen ? { currency: chosen } : {}),
    });
    saveFile(name, content);
    announce(`Saved ${name}.`);
    if (payout.status === 'open') onChanged(await api.payout(site.id, payout.id));
  };
  return (
    <div class="export">
      <label class="tool">
        <span>File</span>
        <select
          class="input"
          value={format}
          onChange={({ currentTarget }) =>
            setFormat(FORMATS.find(([one]) => one === currentTarget.value)?.[0] ?? 'csv')
          }
        >
          {FORMATS.map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {several && format !== 'sepa' && (
        <label class="tool">
          <span>Currency</span>
          <select class="input" value={chosen} onChange={(event) => setCurrency(event.currentTarget.value)}>
            {format === 'csv' && <option value="">all</option>}
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      )}
      <Confirm
        label={payout.status === 'open' ? 'Export' : 'Export again'}
        question={
          payout.status === 'open'
            ? 'Export it? From then on it cannot be cancelled: somebody may be sending the money.'
            : undefined
        }
        yes="Yes, export it"
        kind="strong"
        onYes={save}
      />
    </div>
  );
}

/** A bank takes euros, PayPal one currency a file; only a CSV has them all (empty). */
function currencyOf(format: ExportFormat, asked: string, currencies: readonly string[]): string {
  if (format === 'sepa') return 'EUR';
  return asked || (format === 'csv' ? '' : (currencies[0] ?? ''));
}
