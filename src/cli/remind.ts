/** `dayabot remind --at TIME`: who would be reminded of what, or why not. Reads only. */
import { features } from '../features.ts';
import { createPreview } from '../reminders/index.ts';
import { openCalendar, openCatalogue, withStore } from './open.ts';
import { printJson, printLine } from './print.ts';
import { parseTime } from './time.ts';

export async function remind(options: { at: string; json?: boolean }): Promise<void> {
  await withStore(async ({ config, store }) => {
    const at = parseTime(options.at, config.timeZone);
    const catalogue = openCatalogue();
    const preview = createPreview(features, {
      textsIn: (lang) => catalogue.in(lang),
      locale: config.locale,
      calendar: openCalendar(),
    });
    for await (const { buttons, kind, name, person, reason, state, text, zone } of preview(store.read, at)) {
      if (options.json === true)
        await printJson({
          person,
          name,
          at: new Date(at).toISOString(),
          zone,
          kind,
          state,
          reason,
          text,
          buttons,
        });
      else {
        const head = `${name} (${person}), ${zone}: ${state}${reason === null ? '' : `, ${reason}`}`;
        await printLine(`${head}\n${text.replace(/^/gmu, '  ')}\n  [${buttons.join('] [')}]\n`);
      }
    }
  });
}
