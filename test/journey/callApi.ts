/** A request to the collector's HTTP API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path beneath `/api/v1`. */
  readonly path: string;
  readonly body?: unknown;
}

/** Calls the collector's HTTP API with a key, and throws what it answers unless that is good news. */
export async function callApi<Body>(
  collectorUrl: string,
  key: string,
  { method, path, body }: ApiRequest,
): Promise<Body> {
  const response = await fetch(`${collectorUrl}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok)
    throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer as Body;
}
