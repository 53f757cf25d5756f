/** Health and metrics: what is waiting, and whether the store answers. */
import type { App } from '../app.ts';
import { countWaiting } from '../delivery/store.ts';
import type { Store } from '../store/index.ts';
import type { Http } from './http.ts';

export async function routeHealth(http: Http, app: App, store: Store): Promise<void> {
  const { collectDefaultMetrics, Gauge, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'dayabot_waiting',
    help: 'Events received and not yet answered, and messages not yet settled',
    labelNames: ['box'],
    registers: [registry],
    async collect() {
      const waiting = await countWaiting(store.read);
      this.set({ box: 'inbox' }, waiting.inbox);
      this.set({ box: 'outbox' }, waiting.outbox);
    },
  });
  http.route('/healthz', async (_request, response) => {
    const waiting = await countWaiting(store.read);
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ status: 'ok', waiting, receiving: app.receiving }));
  });
  http.route('/metrics', async (_request, response) => {
    response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
  });
}
