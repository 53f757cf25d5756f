/** The report as pages to print: A4, the facts, the targets with their chart, a table a section, lines to sign. */
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { formatNumber } from '../language/number.ts';
import { type ReportHead, type Sheet, sumsOf } from './report.ts';
import { drawTable, type Page, roomLeft } from './table-page.ts';

const { resolve } = createRequire(import.meta.url);
const fontFile = (name: string): string => resolve(`@expo-google-fonts/inter/${name}.ttf`);

const margin = 42;
const chartWidth = 380;
/** Rows of a section beyond these are in the workbook only. */
const mostPrinted = 400;

function drawHead(page: Page, head: ReportHead): void {
  page.font('bold').fontSize(9).fillColor('#1f7a4d').text('Dayabot');
  page.fontSize(17).fillColor('#1b2733').text(head.title);
  page.moveDown(0.5).fontSize(9.5);
  for (const { label, value } of head.facts) {
    const y = page.y;
    page.font('regular').fillColor('#5b6b7a').text(label, margin, y, { width: 110 });
    const below = page.y;
    page.fillColor('#1b2733').text(value, margin + 116, y, { width: page.page.width - 2 * margin - 116 });
    page.y = Math.max(page.y, below) + 2;
  }
  page.x = margin;
}

function drawChart(page: Page, chart: NonNullable<ReportHead['chart']>): void {
  // The drawing is 720 wide, for a phone; on paper half of that is read as well.
  const image = Buffer.from(chart.png);
  // Width and height stand in a PNG's first chunk.
  const height = (image.readUInt32BE(20) / image.readUInt32BE(16)) * chartWidth;
  if (roomLeft(page) < height + 20) page.addPage();
  const top = page.y + 6;
  page.image(image, margin, top, { width: chartWidth });
  page.x = margin;
  page.y = top + height;
}

function drawSection(page: Page, sheet: Sheet, head: ReportHead): void {
  if (roomLeft(page) < 70) page.addPage();
  page.moveDown(0.9).font('bold').fontSize(12).fillColor('#1b2733');
  page.text(`${sheet.title} (${formatNumber(sheet.rows.length, head.lang)})`, margin).moveDown(0.3);
  if (sheet.rows.length === 0) {
    page.font('regular').fontSize(9).fillColor('#5b6b7a').text(head.words.none, margin);
    return;
  }
  drawTable(page, sheet, sheet.rows.slice(0, mostPrinted), sumsOf(sheet), head);
  const more = sheet.rows.length - mostPrinted;
  if (more > 0)
    page
      .font('regular')
      .fontSize(8.5)
      .fillColor('#5b6b7a')
      .text(head.words.more.replace('{n}', formatNumber(more, head.lang)), margin, page.y + 4);
}

function drawSigns(page: Page, signs: readonly string[]): void {
  if (roomLeft(page) < 110) page.addPage();
  const width = (page.page.width - 2 * margin) / signs.length;
  const top = page.y + 24;
  for (const [at, who] of signs.entries()) {
    const x = margin + at * width;
    page.font('regular').fontSize(9.5).fillColor('#1b2733').text(who, x, top, { width, align: 'center' });
    page
      .moveTo(x + 30, top + 66)
      .lineTo(x + width - 30, top + 66)
      .strokeColor('#5b6b7a')
      .lineWidth(0.7)
      .stroke();
  }
}

function numberPages(page: Page, head: ReportHead): void {
  const { count } = page.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    page.switchToPage(at);
    // Below the margin a text would begin a new page.
    page.page.margins.bottom = 0;
    page
      .font('regular')
      .fontSize(8)
      .fillColor('#5b6b7a')
      .text(
        head.words.page.replace('{page}', String(at + 1)).replace('{pages}', String(count)),
        margin,
        page.page.height - 30,
        { width: page.page.width - 2 * margin, align: 'center', lineBreak: false },
      );
  }
}

/** The bytes of the file. */
export async function writePages(head: ReportHead, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const page = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: 50, left: margin, right: margin },
    bufferPages: true,
    lang: head.lang,
    displayTitle: true,
    info: { Title: head.title, Creator: 'Dayabot', CreationDate: new Date(head.madeAt) },
  });
  page.registerFont('regular', fontFile('400Regular/Inter_400Regular'));
  page.registerFont('bold', fontFile('600SemiBold/Inter_600SemiBold'));
  const pieces: Buffer[] = [];
  page.on('data', (piece: Buffer) => pieces.push(piece));
  const whole = new Promise<void>((done, fail) => {
    page.once('end', done);
    page.once('error', fail);
  });
  drawHead(page, head);
  for (const [at, sheet] of sheets.filter((one) => one.printed).entries()) {
    drawSection(page, sheet, head);
    if (at === 0 && head.chart !== null) drawChart(page, head.chart);
  }
  drawSigns(page, head.signs);
  numberPages(page, head);
  page.end();
  await whole;
  return Buffer.concat(pieces);
}
