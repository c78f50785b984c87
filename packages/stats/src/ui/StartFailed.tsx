import type { ApiError } from '../api/ApiError.js';
import { errorText } from '../lib/errorText.js';
import { Gate } from './Gate.js';

type Props = { error: ApiError; retry: () => void };

/** The page when it cannot even find out who is there. */
export function StartFailed({ error, retry }: Props) {
  const { title, next } = errorText(error);
  return (
    <Gate title={title}>
      <p>{next}</p>
      <button type="button" class="button strong" onClick={retry}>
        Try again
      </button>
    </Gate>
  );
}
