/** Opens a case, or shows the open one that says the same. Runs inside the caller's write. */
import { areasAround } from '../language/areas.ts';
import type { Lang, Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import {
  type Actor,
  type Address,
  actorId,
  findHolders,
  findInCaseload,
  findReach,
  insertConsent,
  mayLogFieldWork,
} from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { type CaseKind, caseRoles, type Sector, shorten } from './case.ts';
import { countCase } from './count-case.ts';
import { dueAt, type Sla } from './sla.ts';
import { type CaseRow, findLikelySame, insertCase, insertEvent } from './store.ts';

/** Version of the consent text `cases-consent-text`; raised whenever its meaning changes. */
const consentVersion = 1;
/** Officers of an area who get the card of a new case. */
const mostTold = 5;

export interface CaseDraft {
  readonly kind: CaseKind;
  /** A complaint about an officer. */
  readonly protected: boolean;
  readonly sector: Sector | null;
  readonly urgent: boolean;
  /** A kab/kota, kecamatan or desa. */
  readonly area: string;
  readonly story: string;
  readonly about: string | null;
  /** Person id, where a facilitator opens it for one of the own people. */
  readonly person: string | null;
}

export interface CaseMoment {
  readonly now: number;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly sla: Sla;
  readonly lang: Lang;
  /** Private place the citizen wrote from. */
  readonly address: Address | null;
}

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly row: CaseRow }
  /** Likely the same thing: nothing is stored until the person says so. */
  | { readonly kind: 'same'; readonly row: CaseRow; readonly draft: CaseDraft }
  | { readonly kind: 'not-your-person' }
  | { readonly kind: 'not-allowed' };

/** Who in an area is told of a new case: those nearest to it first, and only who can be reached. */
async function findOfficers(tx: Writer, area: string, but: string | undefined): Promise<readonly string[]> {
  const holders = [...(await findHolders(tx, caseRoles, area))]
    .filter((one) => one.role !== 'destination' && one.role !== 'staff' && one.role !== 'admin')
    .sort((a, b) => b.area.length - a.area.length || (a.person < b.person ? -1 : 1));
  const told: string[] = [];
  for (const person of new Set(holders.map((one) => one.person))) {
    if (told.length >= mostTold) break;
    if (person !== but && (await findReach(tx, person)) !== undefined) told.push(person);
  }
  return told;
}

export async function openCase(
  tx: Writer,
  actor: Actor,
  draft: CaseDraft,
  moment: CaseMoment & { readonly sure: boolean },
): Promise<OpenOutcome> {
  const self = actor.person;
  let { area } = draft;
  if (draft.person !== null) {
    if (self === undefined || !mayLogFieldWork(actor)) return { kind: 'not-allowed' };
    const known = await findInCaseload(tx, self.id, draft.person);
    if (known === undefined) return { kind: 'not-your-person' };
    area = known.area;
  }
  const openedBy = actorId(actor);
  const person = draft.person ?? (draft.protected ? null : (self?.id ?? null));
  if (!moment.sure) {
    const [same] = await findLikelySame(tx, { openedBy, person, kind: draft.kind });
    if (same !== undefined && same.protected === draft.protected) return { kind: 'same', row: same, draft };
  }
  const { now } = moment;
  const around = areasAround(area);
  const officers = draft.protected ? [] : await findOfficers(tx, area, self?.id);
  const byOfficer = draft.person !== null;
  const due = dueAt(moment.sla, { state: 'received', urgent: draft.urgent }, moment);
  const row: Omit<CaseRow, 'number'> = {
    id: newId(now),
    kind: draft.kind,
    protected: draft.protected,
    sector: draft.sector,
    urgent: draft.urgent,
    area,
    province: around.find((one) => one.split('.').length === 1 && one !== 'ID') ?? area,
    regency: around.find((one) => one.split('.').length === 2) ?? area,
    district: around.find((one) => one.split('.').length === 3) ?? null,
    state: 'received',
    story: shorten(draft.story),
    about: draft.about,
    person,
    openedBy,
    address: byOfficer ? null : moment.address,
    lang: moment.lang,
    takenBy: byOfficer ? (self?.id ?? null) : null,
    destination: null,
    openedAt: now,
    stateAt: now,
    dueAt: due,
    stepUpAt: due,
    level: 0,
    closedAt: null,
    atDesk: draft.protected || (officers.length === 0 && !byOfficer),
    told: officers,
  };
  const number = await insertCase(tx, row);
  await insertEvent(tx, {
    id: newId(now),
    case: row.id,
    at: now,
    actor: openedBy,
    kind: 'open',
    state: 'received',
    note: '',
  });
  if (byOfficer && self !== undefined && draft.person !== null) {
    await insertConsent(tx, {
      person: draft.person,
      purpose: 'referral',
      version: consentVersion,
      takenBy: self.id,
      now,
    });
  }
  await countCase(tx, row, 'cases-opened', now);
  await writeAudit(tx, { at: now, actor: openedBy, action: 'case.opened', about: `case:${row.id}` });
  return { kind: 'opened', row: { ...row, number } };
}
