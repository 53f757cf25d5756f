/** Opens the answers for commands and for the assistant. The index is cached in the data folder. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Asking, createAsking, figuresOf, type LiveAnswers, openAnswers } from '../answers/index.ts';
import { systemClock } from '../delivery/clock.ts';
import { toDate } from '../language/calendar.ts';
import { findIdentityNumbers, maskIdentity } from '../language/identity-number.ts';
import type { Reader } from '../store/index.ts';
import { countInYear } from '../targets/index.ts';
import { answersRoot, openCatalogue, readConfig, withStore } from './open.ts';
import { remark } from './print.ts';

/**
 * @param storeFile the index is kept beside it.
 * @param read the store whose adopted answers count too.
 */
export async function openKnowledge(storeFile: string, read?: Reader): Promise<LiveAnswers> {
  const opened = await openAnswers({
    folder: answersRoot,
    cacheFile: join(dirname(storeFile), 'answers.index'),
    ...(read === undefined ? {} : { read }),
    onError: (error) => remark(`knowledge: the index could not be built anew: ${String(error)}`),
  });
  for (const { file, line, reason } of opened.understanding.problems)
    remark(`knowledge: ${file}${line === undefined ? '' : `:${line}`}: ${reason} (left out)`);
  return opened;
}

/** Asking as the bot would answer, without a conversation; identity numbers are masked as at reception. */
export async function openAsking(): Promise<Asking> {
  const config = readConfig();
  const catalogue = openCatalogue();
  const { file } = config.database;
  // What staff adopted is in the store; where there is none yet, asking makes none.
  const year = Number(toDate(systemClock.now(), config.timeZone).slice(0, 4));
  const open = async (read?: Reader) => {
    const live = await openKnowledge(file, read);
    const names = live.topics.flatMap(figuresOf);
    return { live, figures: read === undefined ? new Map() : await countInYear(read, names, year) };
  };
  const { figures, live } = existsSync(file)
    ? await withStore(({ store }) => open(store.read))
    : await open();
  const asking = createAsking(live, {
    textsIn: (lang) => catalogue.in(lang),
    locale: config.locale,
    year,
    figures,
  });
  return {
    ...asking,
    ask(question, options) {
      const found = findIdentityNumbers(question);
      let masked = '';
      let at = 0;
      for (const number of found) {
        masked += question.slice(at, number.start) + maskIdentity(number.digits);
        at = number.end;
      }
      return asking.ask(masked + question.slice(at), { ...options, sealedCount: found.length });
    },
  };
}
