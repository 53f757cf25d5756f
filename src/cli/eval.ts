/** `dayabot eval FILE.jsonl`: how good the knowledge is on a set of questions. */
import { readFile } from 'node:fs/promises';
import { type EvaluationRow, evaluate, rowSchema, toTable } from '../answers/index.ts';
import { CommandFailed } from './failure.ts';
import { openAsking } from './knowledge.ts';
import { printJson, printLine } from './print.ts';

function parseRows(file: string, text: string): readonly EvaluationRow[] {
  const rows: EvaluationRow[] = [];
  const problems: string[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      rows.push(rowSchema.parse(JSON.parse(line)));
    } catch (error) {
      problems.push(
        `${file}:${at + 1}: ${error instanceof SyntaxError ? error.message : 'needs text and topic, or text, kind, must and mustNot'}`,
      );
    }
  }
  if (problems.length > 0) throw new CommandFailed(problems.slice(0, 20).join('\n'));
  return rows;
}

export async function evalFile(file: string, options: { json?: boolean }): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandFailed(`${file} cannot be read.`);
  });
  const rows = parseRows(file, text);
  const { ask, canonical } = await openAsking();
  const result = await evaluate(rows, (question) => ask(question, {}), canonical);
  if (options.json === true) {
    await printJson({
      ...result,
      perTopic: Object.fromEntries(result.perTopic),
      perRegister: Object.fromEntries(result.perRegister),
    });
  } else await printLine(toTable(result));
}
