import type { ApiError } from '../api/ApiError.js';

/** What went wrong and what to do next, for a person. */
export function errorText(error: ApiError): { title: string; next: string } {
  if (error.code === 'unreachable') {
    return { title: 'The collector does not answer', next: 'Check your connection, then try again.' };
  }
  if (error.status === 429) {
    const wait = error.retryAfter ? `Wait ${error.retryAfter} seconds` : 'Wait a moment';
    return { title: 'That was a lot of requests', next: `${wait}, then try again.` };
  }
  if (error.status >= 500) {
    return { title: 'The collector has a problem', next: 'Nothing is lost. Try again in a minute.' };
  }
  return { title: 'That did not work', next: error.message };
}
