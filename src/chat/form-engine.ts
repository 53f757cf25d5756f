/**
 * Asks a form field by field where there are no modals: which field comes next, what was wrong, when it is complete.
 * Knows no platform and keeps no state; the open form travels in the conversation's memory.
 */
import type { OpenForm } from './conversation.ts';
import type { FieldSpec, FormContext, FormSpec, Option } from './form.ts';
import type { Block, Button, FittedField, FittedForm } from './reply.ts';

/** Quick answers shown as buttons; whatever is not among them is typed. */
const picksShown = 8;

export type Values = Readonly<Record<string, string>>;

const fieldOf = (spec: FormSpec, id: string): FieldSpec | undefined =>
  spec.fields.find((field) => field.id === id);

/** The first field without a value; undefined when the form is complete. */
const nextField = (spec: FormSpec, values: Values): FieldSpec | undefined =>
  spec.fields.find((field) => values[field.id] === undefined);

/** Keeps only values that their fields accept. */
function accepted(spec: FormSpec, values: Values, context: FormContext): Values {
  const kept: Record<string, string> = {};
  for (const field of spec.fields) {
    const value = values[field.id];
    if (value === undefined) continue;
    if (value === '' && field.optional === true) {
      kept[field.id] = '';
      continue;
    }
    const result = field.parse(value, context);
    if (result.kind === 'ok') kept[field.id] = result.value;
  }
  return kept;
}

async function question(
  spec: FormSpec,
  open: OpenForm,
  context: FormContext,
  problem?: {
    key: string;
    args: Record<string, string | number>;
    options?: readonly Option[];
  },
): Promise<readonly Block[]> {
  const field = fieldOf(spec, open.asking);
  if (field === undefined) return [];
  const { texts } = context;
  const at = spec.fields.indexOf(field);
  const mark = `${open.opened}.${field.id}`;
  const options = problem?.options ?? (await field.options?.(context, open.values)) ?? [];
  const picks: Button[] = options
    .slice(0, picksShown)
    .map((option) => ({ label: option.label, press: 'form.pick', subject: `${mark}.${option.value}` }));
  const ways: Button[] = [
    ...(at > 0 ? [{ label: texts.t('chat-form-back'), press: 'form.back', subject: mark }] : []),
    ...(field.optional === true
      ? [{ label: texts.t('chat-form-skip'), press: 'form.skip', subject: mark }]
      : []),
    { label: texts.t('chat-form-cancel'), press: 'form.cancel', subject: mark },
  ];
  const words =
    problem === undefined ? [] : [{ kind: 'text' as const, text: texts.rich(problem.key, problem.args) }];
  const hint = field.hint === undefined ? [] : [{ kind: 'text' as const, text: texts.rich(field.hint) }];
  return [
    ...words,
    { kind: 'text', text: texts.rich(field.label) },
    ...hint,
    { kind: 'buttons', buttons: [...picks, ...ways] },
  ];
}

export type Step =
  | { readonly kind: 'ask'; readonly open: OpenForm; readonly blocks: readonly Block[] }
  | { readonly kind: 'complete'; readonly values: Values };

async function step(spec: FormSpec, open: Omit<OpenForm, 'asking'>, context: FormContext): Promise<Step> {
  const next = nextField(spec, open.values);
  if (next === undefined) return { kind: 'complete', values: open.values };
  const asking = { ...open, asking: next.id };
  return { kind: 'ask', open: asking, blocks: await question(spec, asking, context) };
}

/** Opens a form with the values known so far. `opened` marks this opening. */
export async function openForm(
  spec: FormSpec,
  values: Values,
  context: FormContext,
  opened: string,
): Promise<Step> {
  const open = {
    form: spec.name,
    version: spec.version,
    values: accepted(spec, values, context),
    opened,
    ...(context.subject === undefined ? {} : { subject: context.subject }),
  };
  const first = await step(spec, open, context);
  if (first.kind === 'complete' || spec.intro === undefined) return first;
  return { ...first, blocks: [{ kind: 'text', text: context.texts.rich(spec.intro) }, ...first.blocks] };
}

/** Takes what was typed for the field asked last. */
export async function answerForm(
  spec: FormSpec,
  open: OpenForm,
  typed: string,
  context: FormContext,
): Promise<Step> {
  const field = fieldOf(spec, open.asking);
  if (field === undefined || open.version !== spec.version)
    return openForm(spec, open.values, context, open.opened);
  const result = field.parse(typed, context);
  if (result.kind === 'wrong') {
    const problem = {
      key: result.key,
      args: { typed, ...result.args },
      ...(result.options === undefined ? {} : { options: result.options }),
    };
    return { kind: 'ask', open, blocks: await question(spec, open, context, problem) };
  }
  return step(spec, { ...open, values: { ...open.values, [field.id]: result.value } }, context);
}

/** Leaves an optional field empty. */
export async function skipField(spec: FormSpec, open: OpenForm, context: FormContext): Promise<Step> {
  const field = fieldOf(spec, open.asking);
  if (field?.optional !== true) return { kind: 'ask', open, blocks: await question(spec, open, context) };
  return step(spec, { ...open, values: { ...open.values, [field.id]: '' } }, context);
}

/** Asks the field before again. */
export async function stepBack(spec: FormSpec, open: OpenForm, context: FormContext): Promise<Step> {
  const at = spec.fields.findIndex((field) => field.id === open.asking);
  const before = spec.fields[Math.max(0, at - 1)];
  if (before === undefined) return { kind: 'ask', open, blocks: await question(spec, open, context) };
  const values = Object.fromEntries(Object.entries(open.values).filter(([id]) => id !== before.id));
  const asking = { ...open, values, asking: before.id };
  return { kind: 'ask', open: asking, blocks: await question(spec, asking, context) };
}

/** Checks a whole submission; the first wrong answer of each field, or the values as their fields read them. */
export function checkForm(
  spec: FormSpec,
  values: Values,
  context: FormContext,
): { readonly values: Values; readonly errors: readonly { field: string; text: string }[] } {
  const read: Record<string, string> = {};
  const errors: { field: string; text: string }[] = [];
  for (const field of spec.fields) {
    const typed = values[field.id] ?? '';
    if (typed === '' && field.optional === true) {
      read[field.id] = '';
      continue;
    }
    const result = field.parse(typed, context);
    if (result.kind === 'ok') read[field.id] = result.value;
    else errors.push({ field: field.id, text: context.texts.t(result.key, { typed, ...result.args }) });
  }
  return { values: read, errors };
}

/** The same form as one window. */
export async function toModal(spec: FormSpec, values: Values, context: FormContext): Promise<FittedForm> {
  const { texts } = context;
  const fields: FittedField[] = [];
  for (const field of spec.fields) {
    const options = field.kind === 'choice' ? ((await field.options?.(context, values)) ?? []) : [];
    const value = values[field.id];
    fields.push({
      id: field.id,
      label: texts.t(field.label),
      kind: field.kind === 'choice' && options.length === 0 ? 'line' : field.kind,
      optional: field.optional === true,
      options,
      ...(field.hint === undefined ? {} : { hint: texts.t(field.hint) }),
      ...(value === undefined || value === '' ? {} : { value }),
    });
  }
  return {
    kind: 'form',
    handle: JSON.stringify({
      form: spec.name,
      version: spec.version,
      ...(context.subject === undefined ? {} : { subject: context.subject }),
    }),
    title: texts.t(spec.title),
    submit: texts.t(spec.submitLabel ?? 'chat-form-submit'),
    cancel: texts.t('chat-form-cancel'),
    ...(spec.intro === undefined ? {} : { intro: texts.rich(spec.intro) }),
    fields,
  };
}

/** Reads a modal's handle back. */
export function parseHandle(handle: string): { form: string; version: number; subject?: string } | undefined {
  try {
    const value = JSON.parse(handle) as { form?: unknown; version?: unknown; subject?: unknown };
    if (typeof value.form !== 'string' || typeof value.version !== 'number') return undefined;
    return {
      form: value.form,
      version: value.version,
      ...(typeof value.subject === 'string' ? { subject: value.subject } : {}),
    };
  } catch {
    return undefined;
  }
}
