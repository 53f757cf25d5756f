/** Opens the answers for commands and for the assistant. The index is cached in the data folder. */
import { dirname, join } from 'node:path';
import { type Asking, createAsking, type OpenedAnswers, openAnswers } from '../answers/index.ts';
import { systemClock } from '../delivery/clock.ts';
import { toDate } from '../language/calendar.ts';
import { findIdentityNumbers, maskIdentity } from '../language/identity-number.ts';
import { answersRoot, openCatalogue, readConfig } from './open.ts';
import { remark } from './print.ts';

/** @param storeFile the index is kept beside it. */
export async function openKnowledge(storeFile: string): Promise<OpenedAnswers> {
  const opened = await openAnswers({
    folder: answersRoot,
    cacheFile: join(dirname(storeFile), 'answers.index'),
  });
  for (const { file, line, reason } of opened.understanding.problems)
    remark(`knowledge: ${file}${line === undefined ? '' : `:${line}`}: ${reason} (left out)`);
  return opened;
}

/** Asking as the bot would answer, without a conversation; identity numbers are masked as at reception. */
export async function openAsking(): Promise<Asking> {
  const config = readConfig();
  const catalogue = openCatalogue();
  const opened = await openKnowledge(config.database.file);
  const asking = createAsking(opened, {
    textsIn: (lang) => catalogue.in(lang),
    locale: config.locale,
    year: Number(toDate(systemClock.now(), config.timeZone).slice(0, 4)),
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
