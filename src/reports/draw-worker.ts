/** Draws one picture and hands it back. Runs as a worker only: the libraries cost memory that goes when it ends. */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';
import { BarChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ProgressInput } from './draw.ts';
import { progressChart } from './progress-chart.ts';

use([BarChart, GridComponent, GraphicComponent, SVGRenderer]);

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['400Regular/Inter_400Regular', '600SemiBold/Inter_600SemiBold'].map((name) =>
  resolve(`@expo-google-fonts/inter/${name}.ttf`),
);

const { width, height, option } = progressChart(workerData as ProgressInput);
const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
chart.setOption(option);
const svg = chart.renderToSVGString();
chart.dispose();
const picture = new Resvg(svg, {
  font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
}).render();
parentPort?.postMessage(new Uint8Array(picture.asPng()));
