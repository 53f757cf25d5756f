/** Pictures for chats and digests. */
export { drawProgress, mostRows, type Picture, type ProgressInput, type ProgressRow } from './draw.ts';
