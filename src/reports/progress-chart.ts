/** How a picture of progress looks: label and figures above each bar, so that long names of places have the whole width. */
import type { EChartsCoreOption } from 'echarts/core';
import type { ProgressInput } from './draw.ts';

const width = 720;
const margin = 36;
const headHeight = 132;
const rowHeight = 92;
const barHeight = 26;

const font = 'Inter';
const ink = '#1b2733';
const grey = '#5b6b7a';
const track = '#e3e9ee';
const good = '#1f7a4d';
const behind = '#c2571a';

/** Characters that fit beside each other at this size, roughly; the whole label stands in the alternative text. */
const fitText = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

export function progressChart({ title, note, rows }: ProgressInput): {
  readonly width: number;
  readonly height: number;
  readonly option: EChartsCoreOption;
} {
  const height = headHeight + Math.max(1, rows.length) * rowHeight + 12;
  const share = (done: number, number: number) =>
    number <= 0 ? 0 : Math.min(100, Math.max(0, (done / number) * 100));
  const line = (
    text: string,
    x: number,
    y: number,
    size: number,
    colour: string,
    bold = false,
    align = 'left',
  ) => ({
    type: 'text',
    x,
    y,
    silent: true,
    style: {
      text,
      fill: colour,
      textAlign: align,
      textVerticalAlign: 'top',
      fontFamily: font,
      fontSize: size,
      fontWeight: bold ? 600 : 400,
    },
  });
  const labels = rows.flatMap(({ figure, label }, at) => {
    const y = headHeight + at * rowHeight;
    const room = Math.floor((width - 2 * margin) / 13) - figure.length;
    return [
      line(fitText(label, Math.max(12, room)), margin, y, 24, ink, true),
      line(figure, width - margin, y, 24, ink, false, 'right'),
    ];
  });
  return {
    width,
    height,
    option: {
      animation: false,
      backgroundColor: '#ffffff',
      textStyle: { fontFamily: font },
      graphic: [
        line(fitText(title, 40), margin, 28, 32, ink, true),
        line(fitText(note, 58), margin, 76, 22, grey),
        ...labels,
      ],
      grid: { left: margin, right: margin, top: headHeight + 2, bottom: 10 },
      xAxis: { type: 'value', min: 0, max: 100, show: false },
      yAxis: { type: 'category', inverse: true, show: false, data: rows.map((_, at) => at) },
      series: [
        {
          type: 'bar',
          barWidth: barHeight,
          showBackground: true,
          backgroundStyle: { color: track, borderRadius: barHeight / 2 },
          data: rows.map((row) => ({
            value: share(row.done, row.number),
            itemStyle: { color: row.behind === true ? behind : good, borderRadius: barHeight / 2 },
          })),
        },
      ],
    },
  };
}
