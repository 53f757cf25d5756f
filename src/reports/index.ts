/** Pictures for chats and digests. */
export { drawProgress, mostRows, type ProgressInput } from './draw.ts';
