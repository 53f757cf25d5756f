/**
 * Live figures in answers: a line with `{{cases-opened}}` shows how much was counted in the country this year, and is
 * left out where nothing was. Knows the names of figures only; whoever asks brings what was counted.
 */
import { formatNumber } from '../language/number.ts';
import { LANGUAGES, type Lang, type Topic } from './topic.ts';

/** What was counted this year, by the id of its indicator. */
export type Figures = ReadonlyMap<string, number>;

const placeholder = /\{\{([a-z0-9-]+)\}\}/gu;

/** The figures that a topic shows, in any language. */
export const figuresOf = (topic: Topic): readonly string[] => [
  ...new Set(
    LANGUAGES.flatMap((lang) => [...topic.body[lang].matchAll(placeholder)].map((found) => found[1] ?? '')),
  ),
];

/** The text with its figures; a line whose figure is not known, or nothing yet, is left out. */
export function fillFigures(text: string, figures: Figures, lang: Lang): string {
  const lines = text.split('\n').flatMap((line) => {
    let known = true;
    const filled = line.replaceAll(placeholder, (_, name: string) => {
      const figure = figures.get(name) ?? 0;
      if (figure <= 0) known = false;
      return formatNumber(figure, lang);
    });
    return known ? [filled] : [];
  });
  return lines.join('\n').trimEnd();
}
