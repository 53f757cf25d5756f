/**
 * Reads the rules that editors keep in `knowledge/eligibility`, one YAML file a programme and `places.yaml` beside them.
 * A file with a mistake is named with its line and left out as a whole: rules never apply in part.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Condition } from './condition.ts';
import { always, type ConditionNames, type Path, readCondition } from './read-conditions.ts';
import { type Both, type Fact, outcomes, type Place, type Programme } from './rule.ts';

export interface RuleProblem {
  readonly file: string;
  /** Counts from 1. */
  readonly line?: number | undefined;
  readonly reason: string;
}

export interface RuleBook {
  readonly programmes: readonly Programme[];
  readonly problems: readonly RuleProblem[];
}

const ruleFolder = fileURLToPath(new URL('../../knowledge/eligibility', import.meta.url));
const placesFile = 'places.yaml';

const words = z.string().trim().min(1);
const both = z.strictObject({ id: words, en: words });
const name = z.string().regex(/^[a-z][A-Za-z0-9-]*$/, 'is a word of letters, digits and dashes');
const year = z.number().int().min(1945).max(2100);
const factBase = { id: name, question: both, label: both };
const choices = z
  .array(z.strictObject({ value: name, label: both, said: z.array(words).default([]) }))
  .min(1);

const factSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...factBase,
    type: z.literal('boolean'),
    yes: z.array(words).default([]),
    no: z.array(words).default([]),
    answers: z.strictObject({ yes: both, no: both }).optional(),
  }),
  z.strictObject({ ...factBase, type: z.literal('enum'), choices }),
  z.strictObject({ ...factBase, type: z.literal('list'), choices }),
  z.strictObject({
    ...factBase,
    type: z.literal('number'),
    unit: z.enum(['years', 'people', 'decile', 'months', 'rupiah']),
    min: z.number().int(),
    max: z.number().int(),
  }),
  z.strictObject({ ...factBase, type: z.literal('text') }),
]);

const sourceSchema = z.strictObject({
  title: words,
  url: z.url(),
  year,
  grade: z.enum(['A', 'B', 'C', 'D']),
});

const nextSchema = z.strictObject({ label: both, where: words, programme: name.optional() });

const fileSchema = z.strictObject({
  programme: name,
  label: both,
  names: z.array(words).min(1),
  topics: z.array(words).default([]),
  sources: z.record(name, sourceSchema),
  facts: z.array(factSchema).min(1),
  criteria: z
    .array(
      z.strictObject({
        id: name,
        label: both,
        when: z.unknown(),
        helps: z.boolean().default(false),
        basis: z.array(name).min(1),
        document: both,
        where: words,
      }),
    )
    .min(1),
  impossible: z.array(z.unknown()).default([]),
  next: z.record(name, nextSchema),
  rules: z
    .array(
      z.strictObject({
        id: words,
        from: year.optional(),
        until: year.optional(),
        when: z.unknown().optional(),
        outcome: z.enum(outcomes),
        says: both,
        next: name,
      }),
    )
    .min(1),
});

interface Read {
  readonly value: unknown;
  readonly lineOf: (path: Path) => number | undefined;
  readonly problems: readonly RuleProblem[];
}

function readYaml(file: string, text: string): Read {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: Path): number | undefined => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range != null) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  const problems = document.errors.map((error) => ({
    file,
    line: error.linePos?.[0].line,
    reason: error.message.split('\n')[0]?.replace(/ at line .*$/u, '') ?? error.message,
  }));
  return { value: problems.length > 0 ? undefined : document.toJS(), lineOf, problems };
}

/** One file; its problems when there are any, and then no programme. */
function parseProgramme(
  file: string,
  text: string,
  places: ReadonlyMap<string, Place>,
): { readonly programme?: Programme; readonly problems: readonly RuleProblem[] } {
  const read = readYaml(file, text);
  if (read.problems.length > 0) return { problems: read.problems };
  const problems: RuleProblem[] = [];
  const complain = (path: Path, reason: string) =>
    problems.push({ file, line: read.lineOf(path), reason: `${path.join('.')}: ${reason}` });
  const checked = fileSchema.safeParse(read.value);
  if (!checked.success) {
    for (const issue of checked.error.issues) complain(issue.path as Path, issue.message);
    return { problems };
  }
  const programme = assemble(file, checked.data, places, complain);
  return problems.length > 0 ? { problems } : { programme, problems };
}

type RuleFile = z.infer<typeof fileSchema>;

function assemble(
  file: string,
  data: RuleFile,
  places: ReadonlyMap<string, Place>,
  complain: (path: Path, reason: string) => void,
): Programme {
  if (file !== `${data.programme}.yaml`)
    complain(['programme'], `the file is to be called ${data.programme}.yaml`);
  findTwice(data, complain);
  const facts: readonly Fact[] = data.facts;
  const named = new Map<string, Condition>();
  const names: ConditionNames = {
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    get criteria() {
      return new Set(named.keys());
    },
    complain,
  };
  const placeOf = (key: string, path: Path): Place => {
    const place = places.get(key);
    if (place === undefined) complain(path, `there is no place "${key}" in ${placesFile}`);
    return place ?? { id: key, en: key };
  };
  const criteria = data.criteria.map((one, at) => {
    const when = readCondition(one.when, ['criteria', at, 'when'], names);
    named.set(one.id, when);
    return {
      id: one.id,
      label: one.label,
      when,
      helps: one.helps,
      basis: one.basis.flatMap((key, place) => {
        const source = data.sources[key];
        if (source === undefined) complain(['criteria', at, 'basis', place], `there is no source "${key}"`);
        return source ?? [];
      }),
      document: one.document,
      where: placeOf(one.where, ['criteria', at, 'where']),
    };
  });
  const rules = data.rules.map((one, at) => {
    const next = data.next[one.next];
    if (next === undefined) complain(['rules', at, 'next'], `there is no next step "${one.next}"`);
    if ((one.from ?? 0) > (one.until ?? 9999)) complain(['rules', at, 'from'], 'begins after it ends');
    return {
      id: one.id,
      from: one.from,
      until: one.until,
      when: one.when === undefined ? always : readCondition(one.when, ['rules', at, 'when'], names),
      outcome: one.outcome,
      says: one.says,
      next: {
        label: next?.label ?? { id: '', en: '' },
        where: placeOf(next?.where ?? '', ['next', one.next, 'where']),
        programme: next?.programme,
      },
    };
  });
  return {
    id: data.programme,
    label: data.label,
    names: [...data.names].sort((a, b) => b.length - a.length),
    topics: data.topics,
    facts,
    criteria,
    impossible: data.impossible.map((one, at) => readCondition(one, ['impossible', at], names)),
    rules,
    named,
    mark: markOf(facts),
  };
}

/** Ids that stand twice. */
function findTwice(data: RuleFile, complain: (path: Path, reason: string) => void): void {
  for (const list of ['facts', 'criteria', 'rules'] as const) {
    const seen = new Set<string>();
    for (const [at, { id }] of data[list].entries()) {
      if (seen.has(id)) complain([list, at, 'id'], `"${id}" stands twice`);
      seen.add(id);
    }
  }
}

const markOf = (facts: readonly Fact[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        facts.map((fact) => [fact.id, fact.type, 'choices' in fact ? fact.choices.map((c) => c.value) : 0]),
      ),
    )
    .digest('base64url')
    .slice(0, 3);

function readPlaces(text: string): { places: ReadonlyMap<string, Place>; problems: readonly RuleProblem[] } {
  const read = readYaml(placesFile, text);
  const checked = z.record(name, both).safeParse(read.value ?? {});
  const problems = checked.success
    ? read.problems
    : checked.error.issues.map((issue) => ({
        file: placesFile,
        line: read.lineOf(issue.path as Path),
        reason: `${issue.path.join('.')}: ${issue.message}`,
      }));
  return { places: new Map(Object.entries<Both>(checked.data ?? {})), problems };
}

/**
 * Every programme in the folder, what most people ask about first, and what is wrong with a file. Never throws: a folder
 * or a `places.yaml` that cannot be read is a problem like others, and then there are no rules.
 */
export function readRules(folder: string = ruleFolder): RuleBook {
  let names: readonly string[];
  let placesText: string;
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== placesFile);
    placesText = readFileSync(join(folder, placesFile), 'utf8');
  } catch (error) {
    return { programmes: [], problems: [{ file: placesFile, reason: String(error) }] };
  }
  const { places, problems: misplaced } = readPlaces(placesText);
  if (misplaced.length > 0) return { programmes: [], problems: misplaced };
  const problems: RuleProblem[] = [];
  const programmes: Programme[] = [];
  for (const file of [...names].sort()) {
    const read = parseProgramme(file, readFileSync(join(folder, file), 'utf8'), places);
    problems.push(...read.problems);
    if (read.programme !== undefined) programmes.push(read.programme);
  }
  return { programmes: programmes.sort((a, b) => rank(a.id) - rank(b.id)), problems };
}

const order =
  'pena pkh kube data pbi kt-member kt-board psm tksk lks ugb kat perintis graduation prokus'.split(' ');

/** What most people ask about comes first. */
const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
