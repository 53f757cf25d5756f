/** `dayabot revoke`: for a stolen phone or a dismissed officer. */
import { revokeRoles } from '../people/index.ts';
import { CommandFailed } from './failure.ts';
import { withStore } from './open.ts';
import { printLine } from './print.ts';

export async function revoke(options: { person: string }): Promise<void> {
  await withStore(async ({ clock, store }) => {
    const outcome = await store.write((tx) => revokeRoles(tx, undefined, options.person, clock.now()));
    switch (outcome.kind) {
      case 'revoked':
        await printLine(`${outcome.name}: ${outcome.roles.join(', ')} taken away`);
        return;
      case 'no-roles':
        await printLine(`${outcome.name} holds no role`);
        return;
      case 'unknown':
        throw new CommandFailed(`There is no person ${options.person}.`);
      case 'not-allowed':
        throw new CommandFailed('Not allowed.');
      default:
        outcome satisfies never;
    }
  });
}
