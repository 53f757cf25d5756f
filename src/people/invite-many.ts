/** Many invitations from one CSV file. It looks like an import, but what comes out, the codes, exists only once. */
import { defineImport, type ImportSpec } from '../imports/import.ts';
import { isArea } from '../language/areas.ts';
import { normaliseName } from '../language/name.ts';
import { isRoleName, type RoleName, roleNames } from './actor.ts';
import { issueInvitation } from './invitation.ts';
import { findPersons } from './store.ts';

export interface MadeInvitation {
  readonly name: string;
  readonly role: RoleName;
  readonly area: string;
  readonly code: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

interface InvitationRow {
  readonly name: string;
  readonly role: RoleName;
  readonly area: string;
  /** Id of an existing person. */
  readonly person: string | undefined;
}

/** @param onMade gets all invitations of the file, within the write; again when the store had to try again. */
export const invitationImport = (onMade: (made: readonly MadeInvitation[]) => void): ImportSpec =>
  defineImport<InvitationRow, null>({
    kind: 'invitations',
    columns: [
      { name: 'name', required: true, about: 'full name', examples: ['Rina Wati', 'Agus Salim'] },
      {
        name: 'role',
        required: true,
        about: roleNames.join(', '),
        examples: ['facilitator', 'coordinator'],
      },
      {
        name: 'area',
        required: true,
        about: 'Kemendagri code, or ID for the whole country',
        examples: ['33.74.01', '33.74'],
      },
      {
        name: 'person',
        required: false,
        about: 'id of a person who is already here',
        examples: ['', ''],
      },
    ],
    load: async () => null,
    parse(cells) {
      const { area = '', name = '', person = '', role = '' } = cells;
      const problems = [
        ...(normaliseName(name) === '' ? [{ column: 'name', problem: 'holds no name' }] : []),
        ...(isArea(area) ? [] : [{ column: 'area', problem: `${area} is no area code; example 33.74.01` }]),
      ];
      if (!isRoleName(role))
        return {
          problems: [...problems, { column: 'role', problem: `${role} is none of ${roleNames.join(', ')}` }],
        };
      if (problems.length > 0) return { problems };
      return { row: { name, role, area, person: person === '' ? undefined : person } };
    },
    keyOf: (row) => `${normaliseName(row.name)}|${row.role}|${row.area}`,
    async checkAll(rows, _known, { read }) {
      const named = rows.flatMap(({ line, row }) =>
        row.person === undefined ? [] : [{ line, id: row.person }],
      );
      const known = new Set(
        (
          await findPersons(
            read,
            named.map((one) => one.id),
          )
        ).map((one) => one.id),
      );
      return named
        .filter((one) => !known.has(one.id))
        .map(({ id, line }) => ({ line, column: 'person', problem: `there is no person ${id}` }));
    },
    async store(tx, rows, { actor, now }) {
      const made: MadeInvitation[] = [];
      for (const { area, name, person, role } of rows) {
        const { code, expiresAt } = await issueInvitation(tx, actor, {
          role,
          area,
          name,
          now,
          ...(person === undefined ? {} : { person }),
        });
        made.push({ name, role, area, code, expiresAt });
      }
      onMade(made);
    },
  });
