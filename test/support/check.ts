/** `npm run check`: runs every check in turn, also after one has failed, and says which did. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const neededNode = 26;
const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** The script behind a command of a package, so that it runs under this Node and not under the machine's. */
function binOf(packageName: string, command: string = packageName): string {
  const manifest = join(root, 'node_modules', packageName, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`${packageName} has no command ${command}`);
  return require.resolve(join(dirname(manifest), script));
}

const vitest = ['test/architecture.test.ts', 'test/docs.test.ts', 'test/config.test.ts'];

const checks: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'types', args: [binOf('typescript', 'tsc'), '--noEmit'] },
  { name: 'format and lint', args: [binOf('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'unused code and dependencies', args: [binOf('knip')] },
  { name: 'architecture, docs, settings', args: [binOf('vitest'), 'run', ...vitest] },
  { name: 'knowledge and texts', args: ['src/main.ts', 'check'] },
];

function runChecks(): boolean {
  const results = checks.map(({ name, args }) => {
    process.stdout.write(`\n> ${name}\n`);
    const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
    if (error !== undefined) process.stdout.write(`${error.message}\n`);
    return { name, passed: status === 0 };
  });
  process.stdout.write('\n');
  for (const { name, passed } of results) process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${name}\n`);
  return results.every(({ passed }) => passed);
}

if (Number(process.versions.node.split('.')[0]) < neededNode) {
  process.stderr.write(
    `The checks need Node ${neededNode} or newer; this is Node ${process.versions.node}.\n` +
      'Start them with `npm run check`: after `npm ci` it uses the Node which the project brings along.\n',
  );
  process.exitCode = 1;
} else {
  process.exitCode = runChecks() ? 0 : 1;
}
