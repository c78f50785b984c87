import type { ApiError } from '../api/ApiError.js';
import { errorText } from '../lib/errorText.js';
import { Icon } from './Icon.js';

type Props = { error: ApiError; retry: () => void };

/** What could not be read, what to do, and a button that does it. */
export function LoadError({ error, retry }: Props) {
  const { title, next } = errorText(error);
  return (
    <div class="notice bad" role="alert">
      <Icon name="alert" />
      <p>
        <strong>{title}.</strong> {next}
      </p>
      <button type="button" class="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
