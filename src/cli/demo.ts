/** `dayabot demo`: sample data into a new store, and who can be spoken as. */

import { platform } from '../../adapters/console/create.ts';
import { fillDemo, isDemo, personas, renewDemoCodes } from '../demo.ts';
import { CommandFailed, UsageWrong } from './failure.ts';
import { withStore } from './open.ts';
import { printJson, printLine } from './print.ts';

export async function demo(options: { people: string; json?: boolean }): Promise<void> {
  const people = Number(options.people);
  if (!Number.isInteger(people) || people < 0)
    throw new UsageWrong(`--people takes a whole number, not "${options.people}".`);
  await withStore(async ({ clock, config, file, hashCode, store }) => {
    const filled = await fillDemo(store, { now: clock.now(), zone: config.timeZone, platform, people });
    if (!filled && !(await isDemo(store)))
      throw new CommandFailed(`${file} holds real data; sample data goes into a new store only.`);
    const applications = await renewDemoCodes(store, { now: clock.now(), platform, hashCode });
    if (options.json === true) {
      await printJson({
        personas: personas.map(({ id, name, role, area }) => ({ id, name, role, area })),
        applications,
      });
      return;
    }
    for (const persona of personas)
      await printLine(
        `${persona.id.padEnd(6)} ${persona.name.padEnd(14)} ${persona.role.padEnd(12)} ${persona.area}`,
      );
    for (const { code, number } of applications) await printLine(`${number} ${code}`);
    await printLine('Speak as one of them: dayabot chat --as rina');
  });
}
