/** Receives updates by webhook: only with the right secret, and answered 200 only after the update is stored. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Intake } from './intake.ts';

const largestBody = 1_000_000;

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largestBody) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function hasSecret(request: IncomingMessage, secret: string): boolean {
  const given = request.headers['x-telegram-bot-api-secret-token'];
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const parseBody = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** A handler for the webhook's path. `intake` gives undefined while the adapter is not receiving. */
export function createWebhook(secret: string, intake: () => Intake | undefined) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const end = (status: number) => {
      response.writeHead(status).end();
    };
    if (request.method !== 'POST') return end(405);
    if (!hasSecret(request, secret)) return end(401);
    const body = await readBody(request);
    if (body === undefined) return end(413);
    const update = parseBody(body);
    if (typeof update !== 'object' || update === null || !('update_id' in update)) return end(400);
    const open = intake();
    if (open === undefined) return end(503);
    try {
      await open.take([update]);
    } catch {
      // Not stored: Telegram will deliver it again.
      return end(503);
    }
    return end(200);
  };
}
