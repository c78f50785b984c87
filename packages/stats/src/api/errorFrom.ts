import { ApiError } from './ApiError.js';

type Body = { error?: { code?: unknown; message?: unknown; field?: unknown } };

/** Reads the error that an answer carries; survives bodies that are not ours (a proxy's page, say). */
export async function errorFrom(answer: Response): Promise<ApiError> {
  const body: Body = await answer.json().catch(() => ({}));
  const { code, message, field } = body.error ?? {};
  const wait = Number.parseInt(answer.headers.get('retry-after') ?? '', 10);
  return new ApiError(
    answer.status,
    typeof code === 'string' ? code : 'unexpected',
    typeof message === 'string' ? message : `The collector answered ${answer.status}.`,
    Number.isFinite(wait) ? wait : undefined,
    typeof field === 'string' ? field : undefined,
  );
}
