import type { Reply } from './Reply.js';

/** Answers with a script. */
export function fileReply(code: string | Buffer): Reply {
  return { status: 200, headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, body: code };
}
