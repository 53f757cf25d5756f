/** Runs before every test file: a test that makes the program complain on the console fails. */
import { afterAll, afterEach } from 'vitest';

const complaints: string[] = [];

for (const name of ['error', 'warn'] as const) {
  const print = console[name].bind(console);
  console[name] = (...words: unknown[]) => {
    complaints.push(`console.${name}: ${words.map(String).join(' ')}`);
    print(...words);
  };
}

function refuseComplaints(): void {
  const found = complaints.splice(0);
  if (found.length > 0) throw new Error(`Nothing should be written here, but it was:\n${found.join('\n')}`);
}

afterEach(refuseComplaints);
afterAll(refuseComplaints);
