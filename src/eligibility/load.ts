/** Reads the rule files of `knowledge/eligibility`. A file with a mistake is named and left out as a whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseCondition, type Test, testsOf } from './condition.ts';
import { domainOf } from './domain.ts';
import { type Fact, type FactKind, outcomes, type Programme } from './programme.ts';

const words = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const next = z.strictObject({ label: words, where: words });

const factSchema = z.strictObject({
  type: z.enum(['flag', 'number', 'choice', 'list', 'text']),
  min: z.number().int().optional(),
  max: z.number().int().optional(),
  values: z.union([z.record(z.string(), words), z.array(z.string())]).optional(),
  question: words,
  unit: words.optional(),
});

const fileSchema = z.strictObject({
  programme: z.string().regex(/^[a-z-]+$/),
  label: words,
  from: z.number().int().optional(),
  until: z.number().int().optional(),
  outside: z.strictObject({ id: z.string(), reason: words, next }),
  facts: z.record(z.string(), factSchema),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      when: z.unknown(),
      label: words,
      basis: z.string().regex(/\d{4}/, 'must name a year'),
      document: words,
      where: words,
    }),
  ),
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^R\d+[a-z]?$/, 'must be a rule number such as R2a'),
        if: z.unknown().optional(),
        outcome: z.enum(outcomes),
        reason: words,
        next,
      }),
    )
    .min(1),
});

type FactSource = z.infer<typeof factSchema>;

function toKind(name: string, source: FactSource): FactKind {
  switch (source.type) {
    case 'number':
      if (source.min === undefined || source.max === undefined)
        throw new Error(`facts.${name}: min and max are needed`);
      return { kind: 'number', min: source.min, max: source.max };
    case 'choice':
      if (source.values === undefined || Array.isArray(source.values))
        throw new Error(`facts.${name}: values with their words are needed`);
      return { kind: 'choice', values: new Map(Object.entries(source.values)) };
    case 'list':
      if (!Array.isArray(source.values)) throw new Error(`facts.${name}: a list of values is needed`);
      return { kind: 'list', values: source.values };
    default:
      return { kind: source.type };
  }
}

/** Reads one file. Throws with the place of the mistake. */
export function parseProgramme(text: string): Programme {
  const checked = fileSchema.safeParse(parse(text));
  if (!checked.success)
    throw new Error(
      checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  const source = checked.data;
  const facts = Object.entries(source.facts).map(
    ([name, fact]): Fact => ({ name, type: toKind(name, fact), question: fact.question, unit: fact.unit }),
  );
  const rules = source.rules.map((rule, at) => ({
    id: rule.id,
    when: rule.if === undefined ? undefined : parseCondition(rule.if, `rules[${at}].if`),
    outcome: rule.outcome,
    reason: rule.reason,
    next: rule.next,
  }));
  if (rules.at(-1)?.when !== undefined) throw new Error('rules: the last rule must hold without a condition');
  const criteria = source.criteria.map((criterion, at) => ({
    ...criterion,
    when: parseCondition(criterion.when, `criteria[${at}].when`),
  }));
  const tests = new Map<string, Test[]>();
  const known = new Set(facts.map((fact) => fact.name));
  for (const condition of [...rules.flatMap((rule) => rule.when ?? []), ...criteria.map((one) => one.when)])
    for (const { fact } of testsOf(condition))
      if (!known.has(fact)) throw new Error(`"${fact}" is no fact of this file`);
  for (const rule of rules)
    for (const { fact, test } of rule.when === undefined ? [] : testsOf(rule.when))
      tests.set(fact, [...(tests.get(fact) ?? []), test]);
  return {
    id: source.programme,
    label: source.label,
    from: source.from,
    until: source.until,
    outside: source.outside,
    facts,
    criteria,
    rules,
    domains: new Map(facts.map((fact) => [fact.name, domainOf(fact, tests.get(fact.name) ?? [])])),
  };
}

export interface EligibilityProblem {
  readonly file: string;
  readonly reason: string;
}

/** Every programme of the folder by its id, and the files left out. Throws only when the folder cannot be read. */
export function loadProgrammes(folder: string): {
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly problems: readonly EligibilityProblem[];
} {
  const programmes = new Map<string, Programme>();
  const problems: EligibilityProblem[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    try {
      const programme = parseProgramme(readFileSync(join(folder, file), 'utf8'));
      if (file !== `${programme.id}.yaml`)
        throw new Error(`the programme is ${programme.id}, so the file is ${programme.id}.yaml`);
      programmes.set(programme.id, programme);
    } catch (error) {
      problems.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { programmes, problems };
}
