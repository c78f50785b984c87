import { useId, useState } from 'preact/hooks';
import type { Api } from '../api/Api.js';
import { useLoad } from '../hooks/useLoad.js';
import { orderVerdict } from '../lib/orderVerdict.js';
import { LoadError } from './LoadError.js';
import { ReceiptView } from './ReceiptView.js';
import { Waiting } from './Waiting.js';

type Props = { api: Api; site?: string; viewer: 'partner' | 'shop'; timeZone: string };

/** Asks for one order by its number: “why do I not see that sale?” */
export function OrderCheck(props: Props) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const id = useId();
  const ask = (event: Event) => {
    event.preventDefault();
    setAsked(typed.trim());
  };
  return (
    <search class="order-check">
      <form onSubmit={ask} noValidate>
        <label class="label" for={id}>
          Look up an order
        </label>
        <div class="order-row">
          <input
            id={id}
            class="input"
            value={typed}
            maxLength={128}
            placeholder="Order number"
            autoComplete="off"
            spellcheck={false}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            Look it up
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {asked && <Answer key={asked} {...props} order={asked} onClose={() => setAsked('')} />}
      </div>
    </search>
  );
}

function Answer({
  api,
  site,
  viewer,
  timeZone,
  order,
  onClose,
}: Props & { order: string; onClose: () => void }) {
  const { data, error, reload } = useLoad(order, (signal) =>
    api.order({ ...(site === undefined ? {} : { site }), order }, signal),
  );
  if (error) return <LoadError error={error} retry={reload} />;
  if (!data) return <Waiting what={`order ${order}`} lines={2} />;
  const { title, text, kind } = orderVerdict(order, data, viewer);
  return (
    <div class="order-answer">
      <div class={`notice ${kind}`}>
        <p>
          <strong>{title}</strong> {text}
        </p>
        <button type="button" class="button small" onClick={onClose}>
          Close
        </button>
      </div>
      {data.conversions.map((conversion) => (
        <ReceiptView key={conversion.id} conversion={conversion} timeZone={timeZone} />
      ))}
    </div>
  );
}
