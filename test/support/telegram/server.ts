/** The Bot API over HTTP on this machine, with switches for what goes wrong on the way. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { badRequest, Refused } from './refused.ts';
import { isMethod, type Method, readParameters } from './rules.ts';

/** What happens to calls that match. `cut-after` does what was asked and loses the answer. */
export type Fault =
  | { readonly kind: 'cut-before' | 'cut-after' }
  | { readonly kind: 'refuse'; readonly error: Refused }
  /** An answer that is no answer of the Bot API, as from a proxy. */
  | { readonly kind: 'http'; readonly status: number }
  | { readonly kind: 'slow'; readonly until: Promise<void> };

export interface FaultSwitch {
  readonly method: Method;
  readonly chat?: number;
  readonly fault: Fault;
  /** How many calls; default one. */
  readonly times?: number;
}

export interface Call {
  readonly method: Method;
  readonly given: Readonly<Record<string, unknown>>;
}

type Handlers = Readonly<Record<Method, (given: never, closed: AbortSignal) => unknown>>;

export interface BotApiServer {
  readonly root: string;
  /** Every call, in order, whatever became of it. */
  readonly calls: readonly Call[];
  arrange(fault: FaultSwitch): void;
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = [];
  for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
  const body = Buffer.concat(pieces);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return {};
  if (type.startsWith('application/json')) return JSON.parse(body.toString('utf8'));
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  return attach(Object.fromEntries(form));
}

/** Files are named in a parameter as `attach://part`. */
function attach(given: Record<string, unknown>): Record<string, unknown> {
  const parts = new Set<string>();
  const found = Object.entries(given).map(([name, value]) => {
    if (typeof value !== 'string' || !value.startsWith('attach://')) return [name, value] as const;
    const part = value.slice('attach://'.length);
    parts.add(part);
    return [name, given[part]] as const;
  });
  return Object.fromEntries(found.filter(([name]) => !parts.has(name)));
}

export async function serveBotApi(options: {
  readonly token: string;
  readonly handlers: Handlers;
  readonly files: ReadonlyMap<string, Uint8Array>;
}): Promise<BotApiServer> {
  const { files, handlers, token } = options;
  const calls: Call[] = [];
  const faults: { arranged: FaultSwitch; left: number }[] = [];

  const takeFault = (method: Method, given: Readonly<Record<string, unknown>>): Fault | undefined => {
    const at = faults.findIndex(
      ({ arranged }) =>
        arranged.method === method &&
        (arranged.chat === undefined || arranged.chat === Number(given.chat_id)),
    );
    const found = faults[at];
    if (found === undefined) return undefined;
    found.left--;
    if (found.left === 0) faults.splice(at, 1);
    return found.arranged.fault;
  };

  const refuse = (response: ServerResponse, error: unknown) => {
    const known = error instanceof Refused ? error : badRequest(String(error));
    response.writeHead(known.code, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        ok: false,
        error_code: known.code,
        description: known.message,
        ...(known.parameters === undefined ? {} : { parameters: known.parameters }),
      }),
    );
  };

  async function call(method: Method, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = await readBody(request);
    calls.push({ method, given });
    const fault = takeFault(method, given);
    if (fault?.kind === 'cut-before') {
      request.socket.destroy();
      return;
    }
    if (fault?.kind === 'http') {
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
      return;
    }
    if (fault?.kind === 'refuse') throw fault.error;
    if (fault?.kind === 'slow') await fault.until;
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    const result = await handlers[method](readParameters(method, given) as never, closed.signal);
    if (fault?.kind === 'cut-after') {
      request.socket.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
  }

  function takeFile(path: string, response: ServerResponse): void {
    const bytes = files.get(path.replace(/^photos\/|\.png$/g, ''));
    if (bytes === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(bytes);
  }

  const server = createServer((request, response) => {
    const [, kind = '', ...path] = decodeURI(request.url ?? '').split('/');
    if (kind === 'file' && path[0] === `bot${token}`) {
      takeFile(path.slice(1).join('/'), response);
      return;
    }
    const name = path[0] ?? '';
    if (kind !== `bot${token}`) refuse(response, new Refused(401, 'Unauthorized'));
    else if (!isMethod(name)) refuse(response, new Refused(404, 'Not Found: method not found'));
    else call(name, request, response).catch((error: unknown) => refuse(response, error));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}`,
    calls,
    arrange: (arranged) => {
      faults.push({ arranged, left: arranged.times ?? 1 });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
