/**
 * The operator's answers to proposals from a CSV file, by the number of each proposal. Identity numbers never come in by
 * a file: a proposal is made in chat only.
 */
import { type CellProblem, defineImport, type ImportProblem } from '../imports/import.ts';
import { writeAudit } from '../store/index.ts';
import type { PrelistResult } from './prelist.ts';
import { findProposalByNumber } from './prelist-store.ts';
import { settleProposal } from './propose.ts';

interface ParsedRow {
  readonly number: number;
  readonly state: PrelistResult;
  readonly answer: string;
}

const shortestReason = 3;
const longestAnswer = 500;

export const prelistImport = defineImport<ParsedRow, undefined>({
  kind: 'prelist',
  columns: [
    { name: 'number', required: true, about: 'number of the proposal', examples: ['1', '2'] },
    { name: 'result', required: true, about: 'accepted or rejected', examples: ['accepted', 'rejected'] },
    {
      name: 'answer',
      required: false,
      about: 'the reason where it was rejected; no identity numbers',
      examples: ['', 'domisili di kabupaten lain'],
    },
  ],
  load: async () => undefined,
  parse(cells) {
    const problems: CellProblem[] = [];
    const { answer = '', number = '', result = '' } = cells;
    if (!/^\d{1,9}$/u.test(number))
      problems.push({ column: 'number', problem: `${number} is no number of a proposal` });
    const state = (['accepted', 'rejected'] as const).find((one) => one === result.toLowerCase());
    if (state === undefined)
      problems.push({ column: 'result', problem: `${result} is neither accepted nor rejected` });
    if (state === 'rejected' && answer.trim().length < shortestReason)
      problems.push({ column: 'answer', problem: 'a rejected proposal needs its reason' });
    if (answer.length > longestAnswer) problems.push({ column: 'answer', problem: 'is too long' });
    if (problems.length > 0 || state === undefined) return { problems };
    return { row: { number: Number(number), state, answer: answer.trim() } };
  },
  keyOf: ({ number }) => String(number),
  async checkAll(rows, _known, { read }) {
    const problems: ImportProblem[] = [];
    for (const { line, row } of rows) {
      const found = await findProposalByNumber(read, row.number);
      if (found === undefined)
        problems.push({ line, column: 'number', problem: `there is no proposal ${row.number}` });
      else if (found.state !== 'exported')
        problems.push({
          line,
          column: 'number',
          problem: `proposal ${row.number} is ${found.state}; only what was handed on can be answered`,
        });
    }
    return problems;
  },
  async store(tx, rows, { actor, now, tell }) {
    const settled = [];
    for (const row of rows) {
      const found = await findProposalByNumber(tx, row.number);
      if (found?.state === 'exported') settled.push(await settleProposal(tx, found, row, { by: actor, now }));
    }
    await tell(
      tx,
      settled.map((row) => ({
        notice: 'registers.prelist-answer',
        subject: row.id,
        person: row.addedBy,
        card: `prelist:${row.id}`,
      })),
    );
    await writeAudit(tx, { at: now, actor, action: 'import.prelist', about: `rows:${rows.length}` });
  },
});
