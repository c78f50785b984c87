import type { World } from './World.js';

const PATIENCE_MS = 10_000;

/** What came back, or why nothing did, in words that end a sentence. */
export type Reached =
  | { answer: Response; body: Buffer; unreachable?: undefined }
  | { unreachable: string; answer?: undefined };

/** Asks for an address and waits for the whole answer, 10 s at most. */
export async function reach({ fetch }: World, url: string, init: RequestInit = {}): Promise<Reached> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), ...init });
    return { answer, body: Buffer.from(await answer.arrayBuffer()) };
  } catch (error) {
    return { unreachable: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${PATIENCE_MS / 1000} s`;
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : error.message;
}
