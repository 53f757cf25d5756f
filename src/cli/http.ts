/** One HTTP server for everything that needs one: webhooks, health, metrics. Opened only when HTTP_PORT is set. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface Http {
  /** Answers requests to this path, whatever follows the question mark. */
  route(path: string, handler: Handler): void;
  listen(): Promise<void>;
  close(): Promise<void>;
}

export function createHttp(port: number, onError: (error: unknown) => void): Http {
  const routes = new Map<string, Handler>();
  const server: Server = createServer((request, response) => {
    const handler = routes.get((request.url ?? '/').split('?')[0] ?? '/');
    if (handler === undefined) {
      response.writeHead(404).end();
      return;
    }
    Promise.resolve(handler(request, response)).catch((error: unknown) => {
      onError(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return {
    route: (path, handler) => {
      routes.set(path, handler);
    },
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, () => resolve());
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
