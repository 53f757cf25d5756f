/** Ends a test run with one line that scripts can read: `N passed, N failed`, and `, N skipped` when there are any. */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Tests by state, and as failed also what broke outside a test: a file that cannot load, a hook, a stray rejection. */
function count(modules: readonly TestModule[], strayErrors: readonly SerializedError[]) {
  const total = { passed: 0, failed: strayErrors.length, skipped: 0 };
  for (const module of modules) {
    total.failed += module.errors().length;
    for (const suite of module.children.allSuites()) total.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      total[state === 'pending' ? 'skipped' : state] += 1;
    }
  }
  return total;
}

export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    const { passed, failed, skipped } = count(modules, strayErrors);
    const line = `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}
