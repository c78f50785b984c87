import { useCallback, useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/ApiError.js';
import type { Load } from './Load.js';

/** Reads when `key` changes, cancels what is no longer wanted, and keeps the last answer meanwhile. */
export function useLoad<T>(key: string, read: (signal: AbortSignal) => Promise<T>): Load<T> {
  const [state, setState] = useState<Omit<Load<T>, 'reload'>>({ loading: true });
  const [attempt, setAttempt] = useState(0);
  // `key` stands for all that `read` closes over
  useEffect(() => {
    const cancel = new AbortController();
    setState(({ data }) => ({ loading: true, ...(data === undefined ? {} : { data }) }));
    read(cancel.signal).then(
      (data) => {
        if (!cancel.signal.aborted) setState({ data, loading: false });
      },
      (cause: unknown) => {
        if (cancel.signal.aborted) return;
        const error = cause instanceof ApiError ? cause : new ApiError(0, 'unexpected', String(cause));
        setState(({ data }) => ({ loading: false, error, ...(data === undefined ? {} : { data }) }));
      },
    );
    return () => cancel.abort();
  }, [key, attempt]);
  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return { ...state, reload };
}
