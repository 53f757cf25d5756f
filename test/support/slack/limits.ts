/** What Slack refuses in blocks and views, by the limits of its Block Kit reference. Strict on what the bot may use. */

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Problems as Slack would list them; empty when all is right. */
export class Problems {
  readonly found: string[] = [];
  add(where: string, problem: string): void {
    this.found.push(`[ERROR] ${problem} [json-pointer:${where}]`);
  }
  /** Names keys that the object may not have, and those it lacks. */
  keys(where: string, value: Json, required: readonly string[], optional: readonly string[] = []): void {
    for (const key of Object.keys(value))
      if (!required.includes(key) && !optional.includes(key))
        this.add(where, `invalid additional property: ${key}`);
    for (const key of required)
      if (value[key] === undefined) this.add(where, `missing required field: ${key}`);
  }
  length(where: string, value: unknown, most: number, least = 1): void {
    const { length } = text(value);
    if (typeof value !== 'string') this.add(where, 'must be a string');
    else if (length < least) this.add(where, `must be more than ${least - 1} characters`);
    else if (length > most) this.add(where, `must be less than ${most + 1} characters`);
  }
}

function checkPlain(where: string, value: unknown, most: number, problems: Problems): void {
  if (!isObject(value) || value.type !== 'plain_text') {
    problems.add(where, 'must be a plain_text object');
    return;
  }
  problems.keys(where, value, ['type', 'text'], ['emoji']);
  problems.length(`${where}/text`, value.text, most);
}

function checkRichText(where: string, block: Json, problems: Problems): void {
  problems.keys(where, block, ['type', 'elements'], ['block_id']);
  for (const [at, section] of list(block.elements).entries()) {
    const here = `${where}/elements/${at}`;
    if (!isObject(section) || !['rich_text_section', 'rich_text_preformatted'].includes(text(section.type))) {
      problems.add(here, 'unsupported rich text element');
      continue;
    }
    problems.keys(here, section, ['type', 'elements'], ['border']);
    const elements = list(section.elements);
    if (elements.length === 0) problems.add(here, 'must have at least one element');
    for (const [index, element] of elements.entries()) {
      const spot = `${here}/elements/${index}`;
      if (!isObject(element) || element.type !== 'text') {
        problems.add(spot, 'unsupported element');
        continue;
      }
      problems.keys(spot, element, ['type', 'text'], ['style']);
      problems.length(`${spot}/text`, element.text, 12_000);
    }
  }
}

function checkButton(where: string, button: unknown, ids: Set<string>, problems: Problems): void {
  if (!isObject(button) || button.type !== 'button') {
    problems.add(where, 'unsupported element in actions');
    return;
  }
  problems.keys(where, button, ['type', 'text'], ['action_id', 'value', 'url', 'style']);
  checkPlain(`${where}/text`, button.text, 75, problems);
  if (button.value !== undefined) problems.length(`${where}/value`, button.value, 2_000);
  if (button.url !== undefined) problems.length(`${where}/url`, button.url, 3_000);
  const id = text(button.action_id);
  if (button.action_id !== undefined) problems.length(`${where}/action_id`, button.action_id, 255);
  if (ids.has(id)) problems.add(where, `action_id "${id}" already exists`);
  ids.add(id);
  if (button.style !== undefined && !['primary', 'danger'].includes(text(button.style)))
    problems.add(`${where}/style`, 'must be primary or danger');
}

function checkInput(where: string, block: Json, problems: Problems): void {
  problems.keys(
    where,
    block,
    ['type', 'element', 'label'],
    ['block_id', 'hint', 'optional', 'dispatch_action'],
  );
  checkPlain(`${where}/label`, block.label, 2_000, problems);
  if (block.hint !== undefined) checkPlain(`${where}/hint`, block.hint, 2_000, problems);
  const element = block.element;
  if (!isObject(element)) {
    problems.add(`${where}/element`, 'missing');
    return;
  }
  if (element.type === 'plain_text_input') {
    problems.keys(
      `${where}/element`,
      element,
      ['type'],
      ['action_id', 'multiline', 'initial_value', 'placeholder', 'max_length', 'min_length'],
    );
    if (element.initial_value !== undefined)
      problems.length(`${where}/element/initial_value`, element.initial_value, 3_000);
    return;
  }
  if (element.type !== 'static_select') {
    problems.add(`${where}/element`, 'unsupported type');
    return;
  }
  problems.keys(
    `${where}/element`,
    element,
    ['type', 'options'],
    ['action_id', 'initial_option', 'placeholder'],
  );
  const options = list(element.options);
  if (options.length < 1 || options.length > 100)
    problems.add(`${where}/element/options`, 'must have 1 to 100 options');
  for (const [at, option] of options.entries()) {
    const here = `${where}/element/options/${at}`;
    if (!isObject(option)) continue;
    checkPlain(`${here}/text`, option.text, 75, problems);
    problems.length(`${here}/value`, option.value, 150);
  }
}

export function checkBlocks(
  where: string,
  value: unknown,
  surface: 'message' | 'home' | 'modal',
  problems: Problems,
): void {
  const most = surface === 'message' ? 50 : 100;
  const blocks = list(value);
  if (!Array.isArray(value)) problems.add(where, 'must be a list of blocks');
  if (blocks.length > most) problems.add(where, `no more than ${most} items allowed`);
  const blockIds = new Set<string>();
  for (const [at, block] of blocks.entries()) {
    const here = `${where}/${at}`;
    if (!isObject(block)) {
      problems.add(here, 'must be an object');
      continue;
    }
    const id = block.block_id;
    if (id !== undefined) {
      problems.length(`${here}/block_id`, id, 255);
      if (blockIds.has(text(id))) problems.add(here, `block_id ${text(id)} already exists`);
      blockIds.add(text(id));
    }
    switch (block.type) {
      case 'rich_text':
        checkRichText(here, block, problems);
        break;
      case 'actions': {
        problems.keys(here, block, ['type', 'elements'], ['block_id']);
        const elements = list(block.elements);
        if (elements.length < 1 || elements.length > 25) problems.add(here, 'must have 1 to 25 elements');
        const ids = new Set<string>();
        for (const [index, one] of elements.entries())
          checkButton(`${here}/elements/${index}`, one, ids, problems);
        break;
      }
      case 'input':
        if (surface === 'message') problems.add(here, 'input is not allowed in messages');
        checkInput(here, block, problems);
        break;
      default:
        problems.add(here, `unsupported type: ${text(block.type)}`);
    }
  }
}

export function checkView(value: unknown, kind: 'modal' | 'home', problems: Problems): void {
  if (!isObject(value) || value.type !== kind) {
    problems.add('/view/type', `must be ${kind}`);
    return;
  }
  const modalKeys = ['title', 'submit', 'close', 'notify_on_close', 'clear_on_close'];
  problems.keys(
    '/view',
    value,
    ['type', 'blocks'],
    ['callback_id', 'private_metadata', 'external_id', ...(kind === 'modal' ? modalKeys : [])],
  );
  if (kind === 'modal')
    for (const name of ['title', 'submit', 'close']) checkPlain(`/view/${name}`, value[name], 24, problems);
  if (value.private_metadata !== undefined)
    problems.length('/view/private_metadata', value.private_metadata, 3_000, 0);
  if (value.callback_id !== undefined) problems.length('/view/callback_id', value.callback_id, 255);
  checkBlocks('/view/blocks', value.blocks, kind, problems);
}
