/** Every text that the code names is there, so that nobody is ever shown the name of a text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const textsFolder = join(root, 'knowledge/texts/id');

const keys = new Set(
  readdirSync(textsFolder).flatMap((file) =>
    [...readFileSync(join(textsFolder, file), 'utf8').matchAll(/^([a-z][\w-]*) =/gmu)].map(
      (found) => found[1],
    ),
  ),
);
const rooms = new Set([...keys].map((key) => key?.split('-')[0]));

/** Names that look like texts and are something else: indicators and kinds of kept records. */
const others = new Set(['applications-approved', 'cases-solved', 'eligibility-results', 'ladder-reasons']);

const isStem = (name: string): boolean => [...keys].some((key) => key?.startsWith(`${name}-`));

it('is there under every name that the code uses', () => {
  const missing: string[] = [];
  for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const source = readFileSync(join(root, 'src', file), 'utf8');
    for (const [, name = ''] of source.matchAll(/'([a-z]+(?:-[a-zA-Z0-9]+)+)'/gu)) {
      const [room] = name.split('-');
      if (rooms.has(room) && !keys.has(name) && !others.has(name) && !isStem(name))
        missing.push(`${file}: ${name}`);
    }
  }
  expect(missing).toEqual([]);
});
