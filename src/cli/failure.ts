/** How a command ends badly: wrong usage (status 2), or a thing that failed (status 1). The message is for people. */
export class UsageWrong extends Error {
  override readonly name = 'UsageWrong';
}

export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}
