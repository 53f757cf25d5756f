/** Names this process in rows it holds, and tells whether another named process still lives. */
import { randomInt } from 'node:crypto';
import { hostname } from 'node:os';

/** `host:pid:start`, new at every start even when the pid is the same. */
export const processName = (now: number): string =>
  `${hostname()}:${process.pid}:${now.toString(36)}${randomInt(36 ** 3).toString(36)}`;

/** Whether the process behind `name` may still be sending. A process on another machine counts as alive. */
export function isAlive(name: string, self: string): boolean {
  const [host, pidText] = name.split(':');
  const [ownHost, ownPid] = self.split(':');
  if (host !== ownHost) return true;
  if (pidText === ownPid) return name === self;
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
