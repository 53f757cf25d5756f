/**
 * Compares the tables in the code with the last snapshot of each engine and writes the next migration. Released
 * migrations are never edited; this only adds. Usage: `npm run migrations -- NAME`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createPostgresKit, sqliteKit } from '../src/store/kit.ts';
import { defineAllTables } from './tables.ts';

const kit = createRequire(import.meta.url)('drizzle-kit/api') as typeof import('drizzle-kit/api');

interface Entry {
  readonly idx: number;
  readonly version: string;
  readonly when: number;
  readonly tag: string;
  readonly breakpoints: boolean;
}

interface Engine {
  readonly name: 'sqlite' | 'postgres';
  readonly dialect: string;
  readonly version: string;
  /** Snapshot of the tables after `previous`, and the statements between two snapshots. */
  compare(previous: object | undefined): Promise<{ snapshot: object; statements: readonly string[] }>;
}

const engines: readonly Engine[] = [
  {
    name: 'sqlite',
    dialect: 'sqlite',
    version: '6',
    async compare(previous) {
      const empty = await kit.generateSQLiteDrizzleJson({});
      const before = (previous ?? empty) as typeof empty;
      const snapshot = await kit.generateSQLiteDrizzleJson(defineAllTables(sqliteKit), before.id);
      return { snapshot, statements: await kit.generateSQLiteMigration(before, snapshot) };
    },
  },
  {
    name: 'postgres',
    dialect: 'postgresql',
    version: '7',
    async compare(previous) {
      const empty = kit.generateDrizzleJson({});
      const before = (previous ?? empty) as typeof empty;
      const snapshot = kit.generateDrizzleJson(defineAllTables(createPostgresKit()), before.id);
      return { snapshot, statements: await kit.generateMigration(before, snapshot) };
    },
  },
];

const name = process.argv[2] ?? 'change';

for (const engine of engines) {
  const folder = new URL(`./${engine.name}/`, import.meta.url);
  const meta = new URL('meta/', folder);
  mkdirSync(meta, { recursive: true });
  const journalFile = new URL('_journal.json', meta);
  const journal: { entries: Entry[] } = existsSync(journalFile)
    ? (JSON.parse(readFileSync(journalFile, 'utf8')) as { entries: Entry[] })
    : { entries: [] };
  const last = journal.entries.at(-1);
  const snapshotFile = (idx: number) => new URL(`${String(idx).padStart(4, '0')}_snapshot.json`, meta);
  const previous =
    last === undefined ? undefined : (JSON.parse(readFileSync(snapshotFile(last.idx), 'utf8')) as object);
  const { snapshot, statements } = await engine.compare(previous);
  if (statements.length === 0) {
    console.log(`${engine.name}: nothing has changed`);
    continue;
  }
  const idx = (last?.idx ?? -1) + 1;
  const tag = `${String(idx).padStart(4, '0')}_${name}`;
  // A stamp behind the last one would be skipped in silence.
  const when = Math.max(Date.now(), (last?.when ?? 0) + 1);
  writeFileSync(new URL(`${tag}.sql`, folder), `${statements.join('\n--> statement-breakpoint\n')}\n`);
  writeFileSync(snapshotFile(idx), `${JSON.stringify(snapshot, null, 2)}\n`);
  const entries = [...journal.entries, { idx, version: engine.version, when, tag, breakpoints: true }];
  writeFileSync(
    journalFile,
    `${JSON.stringify({ version: '7', dialect: engine.dialect, entries }, null, 2)}\n`,
  );
  console.log(`${engine.name}: ${tag} (${statements.length} statements)`);
}
