#!/usr/bin/env node
// The door of the program, in plain JavaScript so that an older Node can still read it and say what to do: the sources
// are TypeScript, and the database driver crashes under another Node.
const needed = 26;
const major = Number(process.versions.node.split('.')[0]);
if (major < needed) {
  process.stderr.write(
    `Dayabot needs Node ${needed} or newer; this is Node ${process.versions.node}.\n` +
      'Run `npm ci` and start it with `npm start`: that uses the Node which the project brings along.\n',
  );
  process.exitCode = 1;
} else {
  await import('./main.ts');
}
