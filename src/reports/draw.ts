/**
 * Pictures of progress: bars that can be read on a phone, drawn in a worker so that the bot keeps answering. The
 * caller brings every word; this knows no language.
 */
import { Worker } from 'node:worker_threads';

export interface ProgressRow {
  /** Name of the area, facilitator or indicator. */
  readonly label: string;
  /** What the bar stands for; drawn against `number`. Below zero counts as nothing. */
  readonly done: number;
  /** The target; 0 where none is set, and then only the figure is shown. */
  readonly number: number;
  /** The figures in words, such as `412 dari 900 (46 %)`: stands above the bar and in the alternative text. */
  readonly figure: string;
  /** Draws the bar in the colour of what needs attention. */
  readonly behind?: boolean;
}

export interface ProgressInput {
  readonly title: string;
  /** One line below the title, such as the period and the day of the figures. */
  readonly note: string;
  /** At most `mostRows` are drawn, in this order; the caller says in `note` when there are more. */
  readonly rows: readonly ProgressRow[];
}

export interface Picture {
  readonly png: Uint8Array;
  /** Everything that the picture says, for those who do not see it. */
  readonly alt: string;
}

/** More bars than these are too small on a phone. */
export const mostRows = 20;

const describeProgress = ({ title, note, rows }: ProgressInput): string =>
  [title, note, ...rows.slice(0, mostRows).map(({ label, figure }) => `${label}: ${figure}`)].join('. ');

const longestMs = 20_000;

/** Draws a PNG 720 pixels wide. Rejects when drawing fails or takes longer than 20 seconds. */
export async function drawProgress(input: ProgressInput): Promise<Picture> {
  const rows = input.rows.slice(0, mostRows);
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), { workerData: { ...input, rows } });
  try {
    const png = await new Promise<Uint8Array>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('drawing took too long')), longestMs);
      worker.once('message', (bytes: Uint8Array) => {
        clearTimeout(late);
        resolve(bytes);
      });
      worker.once('error', (error) => {
        clearTimeout(late);
        reject(error);
      });
    });
    return { png, alt: describeProgress(input) };
  } finally {
    await worker.terminate();
  }
}
