import type { ApiError } from '../api/ApiError.js';

/** Something that is being read. While it is read again, `data` still holds the previous answer. */
export type Load<T> = { data?: T; error?: ApiError; loading: boolean; reload: () => void };
