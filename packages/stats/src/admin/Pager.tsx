import { formatCount } from '../lib/formatCount.js';

type Props = { page: number; size: number; count: number; onPage: (page: number) => void };

/** Steps through pages of a list; nothing when it fits on one. */
export function Pager({ page, size, count, onPage }: Props) {
  if (count <= size) return null;
  const last = Math.ceil(count / size) - 1;
  return (
    <nav class="pager" aria-label="Pages">
      <button type="button" class="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous
      </button>
      <span>
        {formatCount(page * size + 1)} – {formatCount(Math.min(count, (page + 1) * size))} of{' '}
        {formatCount(count)}
      </span>
      <button type="button" class="button" disabled={page === last} onClick={() => onPage(page + 1)}>
        Next
      </button>
    </nav>
  );
}
