/** `dayabot eligibility` as scripts use it: a process of its own, its exit status, and what stands where. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/sources.ts';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function eligibility(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'src/dayabot.mjs'), 'eligibility', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '' },
    stdio: 'pipe',
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

describe('dayabot eligibility', () => {
  it('prints one object: outcome, each criterion with its basis, and the next step', async () => {
    const facts = JSON.stringify({ age: 43, activeAidRecipient: true, willingToLeaveAid: false });
    const { code, err, out } = await eligibility('pena', '--facts', facts, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual(['programme', 'outcome', 'criteria', 'next']);
    expect(result).toMatchObject({ programme: 'pena', outcome: 'no' });
    expect(result.criteria.find((one: { id: string }) => one.id === 'willing')).toEqual({
      id: 'willing',
      state: 'not-met',
      basis: expect.stringMatching(/\(2023\)/),
    });
    expect(result.next).toEqual({ label: expect.stringMatching(/pendamping/), where: expect.any(String) });
  });

  it('asks about another year with --year', async () => {
    const facts = JSON.stringify({
      everReceivedPkh: true,
      activePkh: false,
      graduated: 'welfare',
      hasBusiness: true,
    });
    const past = await eligibility('prokus', '--facts', facts, '--year', '2021', '--json');
    const today = await eligibility('prokus', '--facts', facts, '--json');
    expect([JSON.parse(past.out).outcome, JSON.parse(today.out).outcome]).toEqual(['likely', 'historical']);
  });

  it('is readable without --json, and promises nothing', async () => {
    const { code, out } = await eligibility('psm', '--facts', '{"age":17}');
    expect(code).toBe(0);
    expect(out).toContain('Menjadi PSM');
    expect(out).toContain('bukan janji');
  });

  it.each([
    [['pkhh', '--facts', '{}'], /no programme "pkhh".*pena, pkh, kube/],
    [['pena', '--facts', '{"umur":3}'], /"umur" is no fact of pena.*age, activeAidRecipient/],
    [['pena', '--facts', '{"age":"tua"}'], /"tua" is no value of age.*whole number from 0 to 120/],
    [['pena', '--facts', '{"age":30.5}'], /30.5 is no value of age/],
    [['prokus', '--facts', '{"graduated":"yes"}'], /one of natural, welfare, none/],
    [['pkh', '--facts', '{"components":"sd"}'], /a list of pregnant, early-childhood/],
    [['pena', '--facts', '{"age":30'], /no JSON/],
    [['pena', '--facts', '[30]'], /JSON object/],
    [['pena', '--facts', '{}', '--year', 'lalu'], /--year takes a year/],
    [['pena'], /--facts/],
  ])('says what is wrong with %j on standard error, with status 2', async (args, message) => {
    const { code, err, out } = await eligibility(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});
