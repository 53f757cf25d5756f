/** A form as a modal, and what comes back of it. */
import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Address } from '../../src/chat/address.ts';
import type { FittedField, FittedForm } from '../../src/chat/reply.ts';
import { richText } from './render.ts';

type InputBlock = types.InputBlock;
type ModalView = types.ModalView;

/** The state of a submitted view: block id, action id, what was given. */
export type ViewValues = Readonly<
  Record<
    string,
    Readonly<Record<string, { value?: string | null; selected_option?: { value: string } | null }>>
  >
>;

const metadataSchema = z.object({
  handle: z.string(),
  address: z.object({
    platform: z.string(),
    place: z.string(),
    thread: z.string().optional(),
    kind: z.enum(['private', 'group', 'home']),
  }),
});

/** What travels with a modal and comes back: the core's handle and where the answer belongs. */
export function parseMetadata(text: string): { handle: string; address: Address } | undefined {
  try {
    const { address, handle } = metadataSchema.parse(JSON.parse(text));
    const { thread, ...rest } = address;
    return { handle, address: thread === undefined ? rest : { ...rest, thread } };
  } catch {
    return undefined;
  }
}

const plainText = (text: string) => ({ type: 'plain_text' as const, text, emoji: true });

function toInput(field: FittedField): InputBlock {
  const base = {
    type: 'input' as const,
    block_id: field.id,
    label: plainText(field.label),
    optional: field.optional,
    ...(field.hint === undefined ? {} : { hint: plainText(field.hint) }),
  };
  if (field.kind === 'choice') {
    const options = field.options.map((option) => ({ text: plainText(option.label), value: option.value }));
    const chosen = options.find((option) => option.value === field.value);
    return {
      ...base,
      element: {
        type: 'static_select',
        action_id: 'given',
        options,
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      },
    };
  }
  return {
    ...base,
    element: {
      type: 'plain_text_input',
      action_id: 'given',
      multiline: field.kind === 'lines',
      ...(field.value === undefined ? {} : { initial_value: field.value }),
    },
  };
}

export function toModal(form: FittedForm, address: Address): ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: JSON.stringify({ handle: form.handle, address }),
    title: plainText(form.title),
    submit: plainText(form.submit),
    close: plainText(form.cancel),
    notify_on_close: true,
    blocks: [...(form.intro === undefined ? [] : [richText(form.intro)]), ...form.fields.map(toInput)],
  };
}
