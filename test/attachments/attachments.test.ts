import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeOf } from '../../src/attachments/attachment.ts';
import { openFiles } from '../../src/attachments/files.ts';
import { createAttachments } from '../../src/attachments/index.ts';
import { defineAttachmentTables, insertAttachment } from '../../src/attachments/store.ts';
import { findLastOf } from '../../src/mentoring/store.ts';
import type { Writer } from '../../src/store/index.ts';
import { startAssistant, type TestAssistant } from '../support/assistant.ts';
import { temporaryFolder } from '../support/folder.ts';
import { sampleFile } from '../support/sample-files.ts';
import { startSlackStage } from '../support/slack/stage.ts';
import { startTelegramStage } from '../support/telegram/stage.ts';

const folderOf = ({ config }: TestAssistant): string => join(dirname(config.database.file), 'attachments');

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).flatMap((part) => readdirSync(join(folder, part))) : [];

const rowsOf = async ({ store }: TestAssistant) =>
  store.read.db.select().from(store.read.tables(defineAttachmentTables).attachment);

function onDisk(name: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, sampleFile(name).bytes);
  return path;
}

describe('the type of a file', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  it.each([
    ['a JPEG', sampleFile('foto.jpg').bytes, 'image/jpeg'],
    ['a PNG', png, 'image/png'],
    ['a WEBP', Buffer.from('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
    ['a PDF', sampleFile('surat.pdf').bytes, 'application/pdf'],
    ['a program named .jpg', sampleFile('palsu.jpg').bytes, undefined],
    ['half of a PNG', png.subarray(0, 30), undefined],
    ['a JPEG without an end', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]), undefined],
    ['a web page', Buffer.from('<!doctype html><title>Masuk</title>'), undefined],
    ['a picture of another kind', Buffer.from('GIF89a'), undefined],
    ['nothing', new Uint8Array(), undefined],
  ])('of %s is told by its content', (_name, bytes, type) => {
    expect(typeOf(bytes)).toBe(type);
  });
});

describe('files in the data folder', () => {
  it('lie once under the hash of their content, and only the bot reads them', async () => {
    const folder = temporaryFolder();
    const files = openFiles(folder);
    const [one, two] = [await files.put(Buffer.from('isi')), await files.put(Buffer.from('isi'))];
    expect(two).toBe(one);
    expect(filesIn(folder)).toEqual([one]);
  });

  it('stay while somebody who put them has not stored the row, and while a row names them', async () => {
    const folder = temporaryFolder();
    const files = openFiles(folder);
    const hash = await files.put(Buffer.from('isi'));
    await files.remove(hash, async () => true);
    expect(filesIn(folder)).toEqual([hash]);
    files.release(hash);
    await files.remove(hash, async () => false);
    expect(filesIn(folder)).toEqual([hash]);
    await files.remove(hash, async () => true);
    expect(filesIn(folder)).toEqual([]);
  });

  it('never take a name from outside', async () => {
    const files = openFiles(temporaryFolder());
    await expect(async () => files.remove('../../etc/passwd', async () => true)).rejects.toThrow();
  });
});

describe('an attachment', () => {
  it('leaves nothing behind when it is refused', async () => {
    const assistant = await startAssistant();
    await assistant.say('rina', '/sesi siti mentoring 90m kas rapi');
    for (const name of ['palsu.jpg', 'besar.jpg']) {
      const [heard] = await assistant.say('rina', `@${onDisk(name)}`);
      expect(heard?.text).toContain('tidak disimpan');
    }
    expect(filesIn(folderOf(assistant))).toEqual([]);
    expect(await rowsOf(assistant)).toEqual([]);
  });

  it('is one of twenty at most on a record, and the next one leaves nothing behind', async () => {
    const assistant = await startAssistant();
    await assistant.say('rina', '/sesi siti mentoring 90m kas rapi');
    const last = await findLastOf(assistant.store.read, 'rina');
    const place = {
      about: 'siti',
      sentBy: 'rina',
      hash: null,
      type: null,
      bytes: null,
      together: 'x',
      at: 0,
    };
    await assistant.store.write(async (tx) => {
      for (let at = 0; at < 20; at++)
        await insertAttachment(tx, {
          ...place,
          id: `a${at}`,
          record: `session:${last?.id}`,
          latitude: at,
          longitude: at,
        });
    });
    const [heard] = await assistant.say('rina', `@${onDisk('foto.jpg')}`);
    expect(heard?.text).toContain('paling banyak 20 lampiran');
    expect(filesIn(folderOf(assistant))).toEqual([]);
  });

  it('goes off the disk with the data of the person it is about', async () => {
    const assistant = await startAssistant();
    await assistant.say('rina', '/sesi siti mentoring 90m kas rapi');
    await assistant.say('rina', `@${onDisk('foto.jpg')}`);
    expect(filesIn(folderOf(assistant))).toHaveLength(1);
    const feature = createAttachments(undefined, () => []);
    await assistant.store.write(
      (tx) => feature.myData?.erase(tx, 'siti', assistant.clock.now()) ?? Promise.resolve([]),
    );
    expect(await rowsOf(assistant)).toEqual([]);
    await assistant.clock.jump(11 * 60_000);
    await assistant.app.scheduler.tick();
    await expect.poll(() => filesIn(folderOf(assistant))).toEqual([]);
  });

  it('that somebody unknown sent goes with what is kept of the account', async () => {
    const assistant = await startAssistant();
    const tx = <T>(work: (writer: Writer) => Promise<T>) => assistant.store.write(work);
    const row = {
      id: 'a1',
      record: 'case:1',
      about: null,
      hash: 'ab'.repeat(32),
      type: 'image/jpeg' as const,
      bytes: 1,
      latitude: null,
      longitude: null,
      together: 'x',
      at: assistant.clock.now(),
    };
    await tx(async (writer) => {
      await insertAttachment(writer, { ...row, sentBy: 'account:console|x' });
      await insertAttachment(writer, { ...row, id: 'a2', sentBy: 'siti' });
      await insertAttachment(writer, { ...row, id: 'a3', sentBy: 'rina', about: 'budi' });
    });
    const { myData } = createAttachments(undefined, () => []);
    await tx(async (writer) => myData?.account?.erase(writer, 'console|x', row.at));
    expect((await rowsOf(assistant)).map((one) => one.id)).toEqual(['a2', 'a3']);
    await tx(async (writer) => myData?.erase(writer, 'siti', row.at));
    await tx(async (writer) => myData?.erase(writer, 'rina', row.at));
    expect((await rowsOf(assistant)).map((one) => one.id)).toEqual(['a3']);
  });

  it('goes off the disk when its time of keeping is over', async () => {
    const assistant = await startAssistant();
    await assistant.say('rina', '/sesi siti mentoring 90m kas rapi');
    await assistant.say('rina', `@${onDisk('foto.jpg')}`);
    const [retention] = createAttachments(undefined, () => []).retention ?? [];
    const later = assistant.clock.now() + 1;
    expect(await assistant.store.write((tx) => retention?.forget(tx, later) ?? Promise.resolve(0))).toBe(1);
    await assistant.clock.jump(11 * 60_000);
    await assistant.app.scheduler.tick();
    await expect.poll(() => filesIn(folderOf(assistant))).toEqual([]);
  });

  it('sent as an album is one set, and one message confirms it', async () => {
    const { assistant, stage, user } = await startTelegramStage();
    await stage.say('rina', '/sesi siti mentoring 90m kas rapi');
    const rina = user('rina');
    for (const name of ['foto.jpg', 'foto2.jpg']) rina.file(sampleFile(name), { media_group_id: 'album-1' });
    const heard = await stage.wait(1);
    const rows = await rowsOf(assistant);
    expect(new Set(rows.map((row) => row.together)).size).toBe(1);
    expect(rows).toHaveLength(2);
    expect(heard.map((one) => one.text)).toEqual([expect.stringContaining('2 lampiran tersimpan')]);
  });

  it('in the caption of a log belongs to what the caption logs', async () => {
    const { assistant, stage, user } = await startTelegramStage();
    const rina = user('rina');
    rina.file(sampleFile('foto.jpg'), { caption: '/sesi siti mentoring 90m kas rapi' });
    const heard = (await stage.wait(1)).map((one) => one.text).join('\n');
    expect(heard).toContain('Tersimpan no. 3');
    expect(heard).toContain('1 lampiran tersimpan pada no. 3');
    expect(await rowsOf(assistant)).toMatchObject([{ about: 'siti', type: 'image/jpeg' }]);
  });

  it('that says in its caption to be an identity card is refused by the guard', async () => {
    const { assistant, stage, user } = await startTelegramStage();
    const rina = user('rina');
    rina.file(sampleFile('foto.jpg'), { caption: '/sesi siti mentoring 90m foto ktp' });
    const heard = (await stage.wait(1)).map((one) => one.text).join('\n');
    expect(heard).not.toContain('Tersimpan');
    expect(await rowsOf(assistant)).toEqual([]);
    expect(filesIn(folderOf(assistant))).toEqual([]);
  });

  it('as a reply to a receipt belongs to that record, however old it is', async () => {
    const { assistant, stage, user } = await startTelegramStage();
    await stage.say('rina', '/sesi siti mentoring 90m kas rapi');
    const rina = user('rina');
    const receipt = [...rina.chat.messages.values()].findLast((one) => one.text.includes('Tersimpan no. 3'));
    await stage.say('rina', '/sesi budi bimtek 60m');
    await stage.wait(600);
    rina.file(sampleFile('foto.jpg'), { reply_to_message: { message_id: receipt?.message_id ?? 0 } });
    const heard = (await stage.wait(1)).map((one) => one.text).join('\n');
    expect(heard).toContain('tersimpan pada no. 3');
    expect(await rowsOf(assistant)).toMatchObject([{ about: 'siti' }]);
  });

  it('in the thread below a receipt belongs to that record on Slack', async () => {
    const { assistant, slack, stage, user } = await startSlackStage();
    await stage.say('rina', '/sesi siti mentoring 90m kas rapi');
    const rina = user('rina');
    const receipt = slack.world.messages.findLast((one) =>
      JSON.stringify(one.blocks).includes('Tersimpan no.'),
    );
    await stage.say('rina', '/sesi budi bimtek 60m');
    await stage.wait(600);
    const { bytes, mime, name } = sampleFile('foto.jpg');
    await rina.upload(bytes, name, mime, receipt?.ts);
    await stage.wait(1);
    expect(await rowsOf(assistant)).toMatchObject([{ about: 'siti' }]);
  });

  it('may be a place, on Telegram', async () => {
    const { assistant, stage, user } = await startTelegramStage();
    await stage.say('rina', '/sesi siti mentoring 90m kas rapi');
    user('rina').send({ location: { latitude: -6.98, longitude: 110.41 } });
    const heard = (await stage.wait(1)).map((one) => one.text).join('\n');
    expect(heard).toContain('1 lampiran tersimpan');
    expect(await rowsOf(assistant)).toMatchObject([
      { latitude: -6_980_000, longitude: 110_410_000, hash: null },
    ]);
  });
});
