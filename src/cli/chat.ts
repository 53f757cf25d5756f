/** `dayabot chat`: the same assistant in this terminal. Piped, it is what scripts drive. */
import { createInterface } from 'node:readline/promises';
import { type ConsoleMessage, createConsole, platform } from '../../adapters/console/create.ts';
import { parseLine } from '../../adapters/console/parse-line.ts';
import { createShiftedClock, systemClock } from '../delivery/clock.ts';
import { fillDemo, isDemo, type Persona, personas } from '../demo.ts';
import { createLog } from '../log.ts';
import { newId } from '../store/index.ts';
import { createAssistant } from './assistant.ts';
import { CommandFailed, UsageWrong } from './failure.ts';
import { openStore, readConfig } from './open.ts';
import { printJson, printLine, remark } from './print.ts';
import { parseTime } from './time.ts';

interface ChatOptions {
  readonly as?: string;
  readonly now?: string;
  readonly json?: boolean;
}

function findPersona(who: string): Persona {
  const found =
    personas.find((one) => one.id === who.toLowerCase()) ??
    personas.find((one) => one.role === who.toLowerCase());
  if (found === undefined) {
    throw new UsageWrong(
      `Nobody is called "${who}". Roles: ${[...new Set(personas.map((one) => one.role))].join(', ')}. Personas: ${personas.map((one) => one.id).join(', ')}.`,
    );
  }
  return found;
}

const buttonLine = (message: ConsoleMessage): string =>
  message.buttons.map((button, at) => `[${at + 1}] ${button.label}`).join('  ');

function showOnScreen(message: ConsoleMessage, speaker: string): string {
  const lines = [
    message.text,
    ...(message.image === null ? [] : [`[gambar: ${message.image}]`]),
    ...(message.file === null ? [] : [`[berkas: ${message.file}]`]),
    ...(message.buttons.length === 0 ? [] : [buttonLine(message)]),
  ];
  const mark = message.to === speaker ? '' : `→ ${message.to}: `;
  return `${mark}${lines.join('\n')}\n`;
}

const welcome = [
  'Dayabot, with sample data. Nothing leaves this machine. Three things to try:',
  '  1. as the facilitator Rina:  /sesi siti mentoring 90m kas rapi, omzet 1,2jt',
  '  2. as the citizen Siti:      siti> kok bantuan sy blm cair ya min',
  '  3. as ministry staff Dewi:   dewi> /meja',
  'A button is pressed with :1 or :Batalkan. Leave with Ctrl-D.',
  '',
].join('\n');

export async function chat(options: ChatOptions): Promise<void> {
  const config = readConfig();
  const now = options.now === undefined ? undefined : parseTime(options.now, config.timeZone);
  const clock = now === undefined ? systemClock : createShiftedClock(now);
  const opened = await openStore(config, clock);
  const { store } = opened;
  try {
    if (config.demo) await fillDemo(store, { now: clock.now(), zone: config.timeZone, platform, people: 40 });
    const demo = await isDemo(store);
    if (!demo && (options.as !== undefined || options.now !== undefined)) {
      throw new CommandFailed('--as and --now work on sample data only; this store holds real data.');
    }
    const self = demo ? findPersona(options.as ?? 'rina') : undefined;
    const speaker = self?.id ?? 'terminal';
    const isPersona = (name: string) => demo && personas.some((one) => one.id === name);
    const nameOf = (id: string) => personas.find((one) => one.id === id)?.name ?? id;

    const delivered: ConsoleMessage[] = [];
    const terminal = createConsole({
      now: () => clock.now(),
      onMessage: (message) => delivered.push(message),
      session: newId(clock.now()),
    });
    const app = await createAssistant(opened, {
      tellsOutages: false,
      log: await createLog(config.logLevel === 'info' ? 'warn' : config.logLevel),
    });
    await app.start([terminal]);

    const take = async (line: string) => {
      const parsed = parseLine(line, isPersona);
      const as = parsed.as ?? speaker;
      const spoken = await terminal.speak(parsed, as, nameOf(as));
      await app.idle();
      const messages = delivered.splice(0);
      if (options.json === true) {
        const show = ({ text, buttons, image, file }: ConsoleMessage) => ({
          text,
          buttons: buttons.map((button) => button.label),
          image,
          file,
        });
        await printJson({
          in: line,
          replies:
            spoken === 'sent'
              ? messages.filter((message) => message.to === as).map(show)
              : [{ text: spoken.problem, buttons: [], image: null, file: null }],
          pushed: messages
            .filter((message) => message.to !== as)
            .map((message) => ({
              to: message.to,
              text: message.text,
              buttons: message.buttons.map((button) => button.label),
            })),
        });
        return;
      }
      if (spoken !== 'sent') remark(spoken.problem);
      for (const message of messages) await printLine(showOnScreen(message, as));
    };

    const interactive = process.stdin.isTTY === true;
    if (interactive && options.json !== true) remark(welcome);
    const lines = createInterface({
      input: process.stdin,
      ...(interactive ? { output: process.stderr, prompt: `${speaker}> ` } : {}),
    });
    if (interactive) lines.prompt();
    for await (const line of lines) {
      if (line.trim() !== '') await take(line);
      if (interactive) lines.prompt();
    }
    await app.stop();
  } finally {
    await store.close();
  }
}
