/** People and facilitators from CSV files. */

import { defineImport } from '../imports/import.ts';
import { isArea, isWithin } from '../language/areas.ts';
import { normaliseName } from '../language/name.ts';
import { type Reader, writeAudit } from '../store/index.ts';
import { consentVersion } from './add-person.ts';
import { addToCaseload } from './caseload-store.ts';
import { fieldRoles } from './may.ts';
import { findHoldersWithin, insertConsent, insertRole } from './role-store.ts';
import { findPersonByKey, insertPerson } from './store.ts';

const area = { name: 'area', required: true, about: 'Kemendagri code, such as 33.74.01.1001' } as const;

interface PersonRow {
  readonly name: string;
  readonly area: string;
  /** Id of a person. */
  readonly facilitator: string | undefined;
  readonly phone: string;
  readonly consent: boolean;
}

const isYes = (text: string): boolean => /^(ya|y|yes|1|true)$/i.test(text);
const isNo = (text: string): boolean => /^(tidak|t|no|n|0|false)$/i.test(text);

function checkCells(cells: Readonly<Record<string, string>>) {
  const problems: { column: string; problem: string }[] = [];
  const code = cells.area ?? '';
  if (!isArea(code))
    problems.push({ column: 'area', problem: `${code} is no area code; example 33.74.01.1001` });
  if (normaliseName(cells.name ?? '') === '') problems.push({ column: 'name', problem: 'holds no name' });
  return problems;
}

/** Ids of facilitators by compared name. */
type Facilitators = ReadonlyMap<string, readonly { readonly id: string; readonly area: string }[]>;

async function loadFacilitators(read: Reader): Promise<Facilitators> {
  const found = new Map<string, { id: string; area: string }[]>();
  for (const { id, name, area: where } of await findHoldersWithin(read, fieldRoles, 'ID')) {
    const key = normaliseName(name);
    found.set(key, [...(found.get(key) ?? []), { id, area: where }]);
  }
  return found;
}

/** The facilitator a row names: of several with one name, the one who works where the person lives. */
function findFacilitator(
  facilitators: Facilitators,
  typed: string,
  where: string,
): { readonly id: string } | { readonly problem: string } {
  const all = facilitators.get(normaliseName(typed)) ?? [];
  const near = all.filter((one) => isWithin(where, one.area));
  const ids = [...new Set((near.length > 0 ? near : all).map((one) => one.id))];
  const [id, ...others] = ids;
  if (id === undefined)
    return { problem: `${typed} is no facilitator here; import facilitators first, or leave it empty` };
  if (others.length > 0) return { problem: `${ids.length} facilitators are called ${typed}` };
  return { id };
}

export const peopleImport = defineImport<PersonRow, Facilitators>({
  kind: 'people',
  columns: [
    { name: 'name', required: true, about: 'full name', examples: ['Siti Aminah', 'Budi Santoso'] },
    { ...area, examples: ['33.74.01.1001', '33.74.01.1002'] },
    {
      name: 'facilitator',
      required: false,
      about: 'name of the facilitator who accompanies this person',
      examples: ['Rina Wati', 'Rina Wati'],
    },
    { name: 'phone', required: false, about: 'phone number', examples: ['0812-0000-0001', ''] },
    {
      name: 'consent',
      required: true,
      about: 'ya or tidak: the person agreed to be recorded',
      examples: ['ya', 'ya'],
    },
  ],
  load: ({ read }) => loadFacilitators(read),
  parse(cells, facilitators) {
    const problems = checkCells(cells);
    const consent = cells.consent ?? '';
    if (!isYes(consent) && !isNo(consent))
      problems.push({ column: 'consent', problem: `${consent} is neither ya nor tidak` });
    else if (isNo(consent))
      problems.push({
        column: 'consent',
        problem: 'without consent the person must not be recorded; remove the row',
      });
    const typed = cells.facilitator ?? '';
    const facilitator = typed === '' ? undefined : findFacilitator(facilitators, typed, cells.area ?? '');
    if (facilitator !== undefined && 'problem' in facilitator)
      problems.push({ column: 'facilitator', problem: facilitator.problem });
    if (problems.length > 0) return { problems };
    return {
      row: {
        name: cells.name ?? '',
        area: cells.area ?? '',
        facilitator: facilitator !== undefined && 'id' in facilitator ? facilitator.id : undefined,
        phone: cells.phone ?? '',
        consent: true,
      },
    };
  },
  keyOf: (row) => `${normaliseName(row.name)}|${row.area}`,
  async store(tx, rows, { actor, now }) {
    for (const row of rows) {
      const known = await findPersonByKey(tx, normaliseName(row.name), row.area);
      const person =
        known ??
        (await insertPerson(tx, {
          name: row.name,
          area: row.area,
          addedBy: actor,
          now,
          ...(row.phone === '' ? {} : { phone: row.phone }),
        }));
      if (known === undefined)
        await insertConsent(tx, {
          person,
          purpose: 'mentoring',
          version: consentVersion,
          takenBy: actor,
          now,
        });
      if (row.facilitator !== undefined) await addToCaseload(tx, row.facilitator, person, now);
    }
    await writeAudit(tx, { at: now, actor, action: 'import.people', about: `rows:${rows.length}` });
  },
});

interface FacilitatorRow {
  readonly name: string;
  readonly area: string;
  readonly phone: string;
}

export const facilitatorImport = defineImport<FacilitatorRow, null>({
  kind: 'facilitators',
  columns: [
    { name: 'name', required: true, about: 'full name', examples: ['Rina Wati', 'Agus Salim'] },
    { ...area, examples: ['33.74.01', '33.74.02'] },
    { name: 'phone', required: false, about: 'phone number', examples: ['0812-0000-0002', ''] },
  ],
  load: async () => null,
  parse(cells) {
    const problems = checkCells(cells);
    if (problems.length > 0) return { problems };
    return { row: { name: cells.name ?? '', area: cells.area ?? '', phone: cells.phone ?? '' } };
  },
  keyOf: (row) => `${normaliseName(row.name)}|${row.area}`,
  async store(tx, rows, { actor, now }) {
    for (const row of rows) {
      const known = await findPersonByKey(tx, normaliseName(row.name), row.area);
      const person =
        known ??
        (await insertPerson(tx, {
          name: row.name,
          area: row.area,
          addedBy: actor,
          now,
          ...(row.phone === '' ? {} : { phone: row.phone }),
        }));
      await insertRole(tx, { person, role: 'facilitator', area: row.area, grantedBy: actor, now });
    }
    await writeAudit(tx, { at: now, actor, action: 'import.facilitators', about: `rows:${rows.length}` });
  },
});
