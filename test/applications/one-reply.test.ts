import { describe, expect, it } from 'vitest';
import { triesADay } from '../../src/applications/application.ts';
import { startAssistant, type TestAssistant } from '../support/assistant.ts';

const said = async (assistant: TestAssistant, who: string, line: string): Promise<string> =>
  (await assistant.say(who, line))
    .filter((message) => message.to === who)
    .map((message) => `${message.text} ${message.buttons.map((button) => button.label).join('|')}`)
    .join('\n');

async function registered(assistant: TestAssistant) {
  const receipt = await said(assistant, 'rina', '/ajukan budi, lks');
  const number = /LKS-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)?.[0] ?? '';
  const code = /pemohon: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(receipt)?.[1] ?? '';
  return { number, code };
}

const unknown = 'PNA-0000-0008';

describe('the reply to what does not match', () => {
  it('is the same for an unknown number, a wrong code, a used code, and somebody who tried too often', async () => {
    const assistant = await startAssistant();
    const { code, number } = await registered(assistant);
    const wrong = await said(assistant, 'joko', `/status ${number} AAAA-AAAA`);
    expect(wrong).toContain('tidak bisa saya cocokkan');
    expect(await said(assistant, 'joko', `/status ${unknown} AAAA-AAAA`)).toBe(wrong);
    for (let at = 2; at < triesADay; at++) await said(assistant, 'joko', `/status ${number} AAAA-AAAA`);
    expect(await said(assistant, 'joko', `/status ${number} ${code}`)).toBe(wrong);
    // The rightful owner is not locked out by that, and once linked needs no code.
    expect(await said(assistant, 'siti', `/status ${number} ${code}`)).toContain('Budi Santoso');
    for (let at = 0; at <= triesADay; at++) await said(assistant, 'siti', `/status ${unknown} AAAA-AAAA`);
    expect(await said(assistant, 'siti', `/status ${number}`)).toContain('Budi Santoso');
    expect(await said(assistant, 'dewi', `/status ${number} ${code}`)).toBe(wrong);
  });

  it('is the same for a number without a code, and for asking about it, whether or not it exists', async () => {
    const assistant = await startAssistant();
    const { number } = await registered(assistant);
    const first = await said(assistant, 'joko', `/status ${number}`);
    const asked = (await said(assistant, 'joko', ':Minta pendamping memastikan')).replace(
      /[0-9A-Z]{4}\n/,
      '',
    );
    expect(await said(assistant, 'joko', `/status ${unknown}`)).toBe(first);
    expect((await said(assistant, 'joko', ':Minta pendamping memastikan')).replace(/[0-9A-Z]{4}\n/, '')).toBe(
      asked,
    );
  });

  it('is the same for a button of somebody else’s application and one that does not exist', async () => {
    const assistant = await startAssistant();
    const { number } = await registered(assistant);
    const refused = await said(assistant, 'siti', '/pengajuan');
    expect(refused).toContain('hanya untuk pendamping');
    const agus = await said(assistant, 'agus', `/pengajuan ${unknown}`);
    expect(agus).toContain('tidak ada dalam tugas');
    expect(await said(assistant, 'agus', `/pengajuan ${number}`)).toContain('Budi Santoso');
  });
});
