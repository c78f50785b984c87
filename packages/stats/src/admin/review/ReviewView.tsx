import type { ReviewState } from '@reftally/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Api } from '../../api/Api.js';
import type { Conversion } from '../../api/Conversion.js';
import type { ReviewList } from '../../api/ReviewList.js';
import type { Site } from '../../api/Site.js';
import { useKept } from '../../hooks/useKept.js';
import { useLoad } from '../../hooks/useLoad.js';
import { formatCount } from '../../lib/formatCount.js';
import { announce } from '../../ui/announce.js';
import { Field } from '../../ui/Field.js';
import { LoadError } from '../../ui/LoadError.js';
import { Waiting } from '../../ui/Waiting.js';
import { ReviewItem } from './ReviewItem.js';

const A_PAGE = 25;
const MOST = 500;
const STATES: readonly [ReviewState, string][] = [
  ['open', 'To decide'],
  ['held', 'Held'],
  ['approved', 'Approved'],
  ['rejected', 'Rejected'],
];
const DONE: Record<ReviewState, string> = {
  open: 'Opened again.',
  held: 'Held.',
  approved: 'Approved.',
  rejected: 'Rejected.',
};

type Props = { api: Api; site: Site; onCounts: (counts: ReviewList['counts']) => void };

/** The review queue: what was flagged, oldest first, with a decision for each. */
export function ReviewView({ api, site, onCounts }: Props) {
  const [state, setState] = useState<ReviewState>('open');
  const [limit, setLimit] = useState(A_PAGE);
  const [by, setBy] = useKept('reftally.reviewer');
  const head = useRef<HTMLHeadingElement>(null);
  const load = useLoad(`${site.id} ${state} ${limit}`, (signal) =>
    api.reviews({ site: site.id, state, limit }, signal),
  );
  const { data } = load;
  useEffect(() => {
    if (data) onCounts(data.counts);
  }, [data]);
  const decided = (conversion: Conversion) => {
    announce(conversion.review ? DONE[conversion.review.state] : '');
    // The buttons that had the focus leave with their conversion.
    head.current?.focus();
    load.reload();
  };
  return (
    <section class="card" aria-labelledby="review">
      <div class="card-head">
        <h2 id="review" ref={head} tabIndex={-1}>
          Review
        </h2>
        <p class="hint">Flagged conversions, oldest first. Their money waits until somebody decides.</p>
      </div>
      <div class="review-tools">
        <fieldset class="segments">
          <legend class="visually-hidden">Which ones</legend>
          {STATES.map(([one, label]) => (
            <label key={one} class="segment">
              <input
                type="radio"
                name="review-state"
                checked={state === one}
                onChange={() => {
                  setState(one);
                  setLimit(A_PAGE);
                }}
              />
              <span>
                {label} {data && formatCount(data.counts[one])}
              </span>
            </label>
          ))}
        </fieldset>
        <Field
          label="Decided by"
          input={{
            value: by,
            placeholder: 'your name, kept with each decision',
            maxLength: 100,
            autoComplete: 'name',
            onInput: (event) => setBy(event.currentTarget.value),
          }}
        />
      </div>
      {load.error && <LoadError error={load.error} retry={load.reload} />}
      {!data && !load.error && <Waiting what="what is under review" lines={5} />}
      {data && !load.error && (
        <div class={load.loading ? 'stale' : ''} aria-busy={load.loading}>
          {data.reviews.length === 0 ? (
            <Nothing state={state} />
          ) : (
            <ol class="reviews">
              {data.reviews.map((one) => (
                <ReviewItem
                  key={`${one.id} ${one.review?.since}`}
                  api={api}
                  conversion={one}
                  by={by.trim()}
                  timeZone={site.timeZone}
                  onDecided={decided}
                />
              ))}
            </ol>
          )}
          {data.nextCursor && limit < MOST && (
            <div class="more">
              <button type="button" class="button" onClick={() => setLimit(Math.min(MOST, limit + A_PAGE))}>
                Show more
              </button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function Nothing({ state }: { state: ReviewState }) {
  return (
    <div class="empty">
      <p>
        {state === 'open' ? (
          <>
            <strong>Nothing waits for you.</strong> What a signal finds suspicious shows up here.
          </>
        ) : (
          <strong>Nothing is in this state.</strong>
        )}
      </p>
    </div>
  );
}
