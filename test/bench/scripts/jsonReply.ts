import type { Reply } from './Reply.js';

/** Answers 200 with JSON. */
export function jsonReply(content: unknown): Reply {
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(content) };
}
