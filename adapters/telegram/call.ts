/**
 * Calls of the Bot API: grammY's types, over one pool of kept connections. Calls with files take grammY's own way,
 * which knows multipart.
 */
import { Api, type ApiCallFn, InputFile } from 'grammy';
import { Pool } from 'undici';

export interface Calls {
  readonly api: Api;
  /** Cuts off what is still under way. */
  close(): Promise<void>;
}

const connections = 48;
/** A long poll waits up to 50 seconds by itself. */
const timeoutMs = 65_000;

const hasFile = (payload: object): boolean =>
  Object.values(payload).some((value) => value instanceof InputFile);

export function createCalls(token: string, apiRoot: string): Calls {
  const root = new URL(apiRoot);
  const pool = new Pool(root.origin, {
    connections,
    pipelining: 1,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const base = `${root.pathname.replace(/\/$/, '')}/bot${token}/`;
  const headers = { 'content-type': 'application/json' };
  const api = new Api(token, { apiRoot });

  const call: ApiCallFn = async (method, payload, signal) => {
    const { body } = await pool.request({
      method: 'POST',
      path: base + method,
      headers,
      body: JSON.stringify(payload),
      ...(signal === undefined ? {} : { signal: signal as unknown as AbortSignal }),
    });
    return (await body.json()) as Awaited<ReturnType<ApiCallFn>>;
  };
  api.config.use((previous, method, payload, signal) =>
    hasFile(payload) ? previous(method, payload, signal) : (call(method, payload as never, signal) as never),
  );
  return { api, close: () => pool.destroy() };
}
