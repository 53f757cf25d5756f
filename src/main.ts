/** The command line: which command, with which options. Each command lives in its own file and loads only when asked for. */
import { Command, CommanderError } from 'commander';
import { CommandFailed, UsageWrong } from './cli/failure.ts';

const program = new Command('dayabot')
  .description('Chat assistant of the social-empowerment programmes')
  .showHelpAfterError('(dayabot --help shows every command)')
  .exitOverride()
  .configureOutput({ writeOut: (text) => process.stderr.write(text) });

program
  .command('start', { isDefault: true })
  .description('start every adapter whose tokens are set; talk here when none is')
  .action(async () => (await import('./cli/start.ts')).start());

program
  .command('chat')
  .description('talk to the assistant here; with piped input, one line is one message')
  .option('--as <who>', 'a role or a persona of the sample data')
  .option('--now <time>', 'begin at this time (ISO 8601)')
  .option('--json', 'one JSON object a line')
  .action(async (options) => (await import('./cli/chat.ts')).chat(options));

program
  .command('ask [text...]')
  .description('answer and end; without a text, one question a line from standard input')
  .option('--lang <lang>', 'id or en')
  .option('--topic <id>', 'show this topic as the bot would say it')
  .option('--json', 'one JSON object a line')
  .action(async (text: string[], options) => (await import('./cli/ask.ts')).ask(text.join(' '), options));

program
  .command('eligibility <programme>')
  .description('what a situation comes to under the rules of a programme')
  .requiredOption('--facts <json>', 'what is known, as a JSON object; an absent fact is unknown')
  .option('--year <year>', 'the year asked about; this one when absent')
  .option('--json', 'one JSON object')
  .action(async (programme: string, options) =>
    (await import('./cli/eligibility.ts')).eligibility(programme, options),
  );

program
  .command('eval <file>')
  .description('accuracy of the knowledge on a set of questions')
  .option('--json', 'one JSON object')
  .action(async (file: string, options) => (await import('./cli/eval.ts')).evalFile(file, options));

program
  .command('check')
  .description('lint knowledge, eligibility rules and texts')
  .action(async () => (await import('./cli/check.ts')).check());

program
  .command('import <kind> [file]')
  .description('one kind of record from a CSV file')
  .option('--dry-run', 'check only')
  .option('--template', 'print the header and two example rows')
  .action(async (kind: string, file: string | undefined, options) =>
    (await import('./cli/import.ts')).importKind(kind, file, options),
  );

program
  .command('export <kind>')
  .description('one kind of record into a CSV or XLSX file; adopted answers into a folder')
  .requiredOption('--to <file>', 'file to write; its ending decides the format. For answers: a folder')
  .option('--for <name>', 'for prelist: the SIKS-NG operator who receives the file')
  .option('--area <code>', 'for prelist: only proposals of this area')
  .action(async (kind: string, options) => (await import('./cli/export.ts')).exportKind(kind, options));

program
  .command('remind')
  .description('everything due and not yet sent at a time, a line a person; sends nothing')
  .requiredOption('--at <time>', 'ISO 8601; without an offset it is read in TIME_ZONE')
  .option('--json', 'one JSON object a line')
  .action(async (options) => (await import('./cli/remind.ts')).remind(options));

program
  .command('invite')
  .description('make one-time invitations: one here, or many from a CSV file')
  .option('--role <role>', 'role to give')
  .option('--area <code>', 'Kemendagri code, or ID for the whole country')
  .option('--name <name>', 'name of the person')
  .option('--person <id>', 'an existing person who receives the role')
  .option('--from <file>', 'CSV file with one invitation a row')
  .option('--to <file>', 'CSV file to write the codes to')
  .option('--template', 'print the header and two example rows for --from')
  .option('--json', 'one JSON object')
  .action(async (options) => (await import('./cli/invite.ts')).invite(options));

program
  .command('revoke')
  .description('take all roles of a person away at once')
  .requiredOption('--person <id>', 'id of the person')
  .action(async (options) => (await import('./cli/revoke.ts')).revoke(options));

program
  .command('demo')
  .description('sample data into a new store; prints the personas')
  .option('--people <n>', 'how many people altogether', '40')
  .option('--json', 'one JSON object')
  .action(async (options) => (await import('./cli/demo.ts')).demo(options));

program
  .command('migrate')
  .description('bring the store to this version')
  .action(async () => (await import('./cli/migrate.ts')).migrate());

program
  .command('backup <file>')
  .description('a consistent copy of the store')
  .action(async (file: string) => (await import('./cli/backup.ts')).backup(file));

program
  .command('restore <file>')
  .description('put a backup in the place of the store')
  .action(async (file: string) => (await import('./cli/restore.ts')).restore(file));

program
  .command('rotate-key')
  .description('encrypt all identity numbers with a new key; the bot must not be running')
  .action(async () => (await import('./cli/rotate-key.ts')).rotateKey());

program
  .command('doctor')
  .description('look for trouble: settings, store, knowledge, what waits')
  .option('--json', 'one JSON object')
  .action(async (options) => (await import('./cli/doctor.ts')).doctor(options));

const write = (text: string) => process.stderr.write(`${text}\n`);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageWrong) {
    write(error.message);
    process.exitCode = 2;
  } else if (
    error instanceof CommandFailed ||
    (error instanceof Error && /^(Store|Adapter)Refused$/.test(error.name))
  ) {
    write(error.message);
    process.exitCode = 1;
  } else {
    write(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
