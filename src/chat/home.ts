/**
 * The home page, where a platform has one: the sections of all features, then help. It is shown when it is opened, and
 * anew after whatever was done on it.
 */
import type { Lang, Zone } from '../language/locale.ts';
import type { KnownAccount } from '../people/store.ts';
import type { Reader } from '../store/index.ts';
import type { HomeContext, NoticeRow, NoticeSpec } from './feature.ts';
import type { Incoming } from './incoming.ts';
import type { Block } from './reply.ts';
import type { Routes } from './router.ts';

export interface HomeDeps {
  readonly routes: () => Routes;
  /** What stands below the sections. */
  help(context: HomeContext, routes: Routes): readonly Block[];
  findAccount(read: Reader, account: string): Promise<KnownAccount | undefined>;
  zoneOf(area: string | undefined): Zone;
  toDate(ms: number, zone: Zone): string;
}

const noticeName = 'chat.home';

export async function homePage(context: HomeContext, deps: HomeDeps): Promise<readonly Block[]> {
  const routes = deps.routes();
  const sections: Block[] = [];
  for (const feature of routes.features) sections.push(...((await feature.home?.(context)) ?? []));
  return [...sections, ...deps.help(context, routes)];
}

/** Shows the page anew after an event that was done on it. */
export function refreshHome(incoming: Incoming, account: string, lang: Lang): NoticeRow | undefined {
  if ((incoming.kind !== 'press' && incoming.kind !== 'submit') || incoming.home === undefined)
    return undefined;
  return { notice: noticeName, subject: `${lang}|${account}`, place: incoming.home, policy: 'never' };
}

export const homeNotice = (deps: HomeDeps): NoticeSpec => ({
  name: noticeName,
  async word(context, subject) {
    const [lang, ...account] = subject.split('|');
    const known = await deps.findAccount(context.read, account.join('|'));
    if (known === undefined) return { suppressed: 'the account is gone' };
    const zone = deps.zoneOf(known.actor.person?.area);
    const blocks = await homePage(
      {
        actor: known.actor,
        texts: context.textsIn(known.lang ?? (lang === 'en' ? 'en' : 'id')),
        zone,
        calendar: context.calendar,
        now: context.now,
        today: deps.toDate(context.now, zone),
        read: context.read,
        command: context.command,
      },
      deps,
    );
    return { blocks };
  },
});
