import type { Api } from '../../api/Api.js';
import type { Conversion } from '../../api/Conversion.js';
import { useKept } from '../../hooks/useKept.js';
import { announce } from '../../ui/announce.js';
import { ReviewActions } from './ReviewActions.js';
import { ReviewHistory } from './ReviewHistory.js';

type Props = {
  api: Api;
  conversion: Conversion;
  timeZone: string;
  onChanged: (conversion: Conversion) => void;
};

/** A review under a receipt: also what no signal has seen can be held or rejected. Nothing where nobody earns. */
export function ReviewInList({ api, conversion, timeZone, onChanged }: Props) {
  const [by] = useKept('reftally.reviewer');
  if (conversion.status !== 'credited') return null;
  const decided = (next: Conversion) => {
    announce('Decided.');
    onChanged(next);
  };
  return (
    <div class="review-in-list">
      <ReviewHistory history={conversion.review?.history ?? []} timeZone={timeZone} />
      <ReviewActions
        key={conversion.review?.since}
        api={api}
        conversion={conversion}
        by={by.trim()}
        onDecided={decided}
      />
    </div>
  );
}
