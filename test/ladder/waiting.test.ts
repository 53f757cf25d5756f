import { expect, it } from 'vitest';
import { startAssistant } from '../support/assistant.ts';

it('reminds the coordinator of proposals that wait, until they are decided', async () => {
  const assistant = await startAssistant();
  await assistant.say('rina', '/kpm siti alami usaha warung');
  await assistant.say('rina', '/naik siti');
  const due = await assistant.say('agus', '/pengingat');
  expect(due.map((one) => one.text).join('\n')).toContain('1 usulan menunggu keputusan');
  await assistant.say('agus', '/usulan');
  await assistant.say('agus', ':Siti Aminah');
  await assistant.say('agus', ':Setujui');
  await assistant.say('agus', 'sudah saya kunjungi');
  const after = await assistant.say('agus', '/pengingat');
  expect(after.map((one) => one.text).join('\n')).not.toContain('usulan menunggu keputusan');
  expect(assistant.complaints).toEqual([]);
});

it('shows the stage in the list of people, and what is kept in the data that a person asks for', async () => {
  const assistant = await startAssistant();
  await assistant.say('rina', '/kpm siti alami usaha warung kelontong');
  await assistant.say('rina', '/bsimu siti 3,5jt apbn 12/3');
  const people = await assistant.say('rina', '/binaan');
  expect(people.map((one) => one.text).join('\n')).toContain('warung kelontong');
  const own = await assistant.say('siti', '/dataku');
  expect(own.map((one) => one.text).join('\n')).toContain('BSiMU Rp3.500.000 · APBN · 12 Mar 2026');
  expect(assistant.complaints).toEqual([]);
});

it('an edited message corrects its receipt and adds none; an edited repetition logs nothing more', async () => {
  const assistant = await startAssistant();
  const hear = async (line: string) => (await assistant.say('rina', line)).map((one) => one.text).join('\n');
  await hear('/bsimu siti 3,5jt apbn 12/3');
  const corrected = await hear(':edit /bsimu siti 3jt hdn 12/3');
  expect(corrected).toContain('BSiMU diperbaiki, no. 1 · Siti Aminah');
  expect(corrected).toContain('Rp3.000.000 · HDN');
  expect(await hear(':edit /bsimu siti 3jt hdn 12/3')).toContain('Tidak ada yang berubah');
  expect(await hear('/riwayat siti')).not.toContain('3.500.000');
  await hear('/sesi siti mentoring 60m');
  expect(await hear('/ulang sri')).toContain('Tersimpan no. 4');
  expect(await hear(':edit /ulang budi')).toContain('Catatan no. 4 sudah dibuat');
  expect(await hear('/catatan')).not.toContain('Budi');
  expect(assistant.complaints).toEqual([]);
});
