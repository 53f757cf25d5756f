/** Assembles the assistant from what is open: texts, knowledge, features. Shared by every command that converses. */

import { dirname, join } from 'node:path';
import { createAnswers, createDeskKnowledge } from '../answers/index.ts';
import { type App, createApp } from '../app.ts';
import type { Address } from '../chat/address.ts';
import { createDesk } from '../desk/index.ts';
import { checkButton, openRules } from '../eligibility/index.ts';
import type { Feature } from '../feature.ts';
import { createFeatures } from '../features.ts';
import type { Log } from '../log.ts';
import { createWeekly } from '../reminders/index.ts';
import { openKnowledge } from './knowledge.ts';
import { type Opened, openCalendar, openCatalogue } from './open.ts';
import { remark } from './print.ts';

export interface AssistantOptions {
  readonly log: Log;
  /** Where cards for the desk go. */
  readonly deskPlace?: Address;
  readonly unlimitedSending?: boolean;
  readonly tellsOutages?: boolean;
}

export async function createAssistant(opened: Opened, options: AssistantOptions): Promise<App> {
  const { clock, config, hashCode, store, vault } = opened;
  const catalogue = openCatalogue();
  const answers = await openKnowledge(opened.file, store.read);
  for (const { file, line, reason } of openRules())
    remark(`eligibility: ${file}${line === undefined ? '' : `:${line}`}: ${reason} (left out)`);
  const desk = options.deskPlace;
  const zone = config.timeZone;
  const features: readonly Feature[] = [
    ...createFeatures({ desk, filesFolder: join(dirname(opened.file), 'attachments') }),
    createDesk({ desk, zone, knowledge: createDeskKnowledge(answers) }),
    createAnswers(answers, { desk, zone, checkButton }),
    ...(desk === undefined ? [] : [createWeekly(() => features, { desk, zone })]),
  ];
  return createApp({
    store,
    vault,
    hashCode,
    clock,
    locale: config.locale,
    zone,
    calendar: openCalendar(),
    textsIn: (lang) => catalogue.in(lang),
    detectLang: (text) => answers.answering.detect(text),
    features,
    log: options.log,
    ...(options.tellsOutages === undefined ? {} : { tellsOutages: options.tellsOutages }),
    ...(options.unlimitedSending === undefined ? {} : { unlimitedSending: options.unlimitedSending }),
  });
}
