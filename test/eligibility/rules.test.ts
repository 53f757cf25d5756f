/** The shipped rules, line by line: what a situation comes to. */
import { expect, test } from 'vitest';
import { createAssessor } from '../../src/eligibility/assess.ts';
import type { Facts } from '../../src/eligibility/condition.ts';
import type { Outcome } from '../../src/eligibility/rule.ts';
import { readRules } from '../../src/eligibility/rule-source.ts';

const { problems, programmes } = readRules();
const assessor = createAssessor();

function assess(id: string, facts: Facts, year = 2026) {
  const programme = programmes.find((one) => one.id === id);
  if (programme === undefined) throw new Error(`no programme ${id}`);
  return assessor.assess(programme, facts, year);
}

const graduate = { everReceivedPkh: true, activePkh: false, graduated: 'welfare' };
const onAid = { activeAidRecipient: true, willingToLeaveAid: true };
const family = {
  asksToRegister: false,
  components: ['sd'],
  decile: 3,
  civilServantSoldierPoliceOrPensionerInHousehold: false,
  socialWorkerInHousehold: false,
};
const group = { groupSize: 10, sameArea: true, inNationalData: true, hasPlan: true };
const volunteer = {
  age: 30,
  citizen: true,
  localKtp: true,
  literate: true,
  goodConduct: true,
  willing: true,
};
const candidate = {
  education: 'sma',
  background: 'psm',
  computer: true,
  livesInSubdistrict: true,
  vacancyOpen: true,
};
const noTrait = {
  limitedBasicServices: false,
  closedHomogeneousLivingFromNature: false,
  marginal: false,
  borderCoastalOrOuterIsland: false,
};
const draw = { freePrize: true, winnerByChance: true, promotionToPublic: true };
const noGround = {
  ledMovement: false,
  punishedByColonialPower: false,
  armedForcesFallenOrPunished: false,
  resistedUntilProclamation: false,
};

type Row = readonly [rule: string, programme: string, facts: Facts, outcome: Outcome, year?: number];

const rows: readonly Row[] = [
  ['R1', 'prokus', {}, 'historical'],
  ['R1', 'prokus', { ...graduate, hasBusiness: true }, 'historical', 2022],
  ['R1a', 'prokus', { everReceivedPkh: false }, 'no', 2021],
  ['R1b', 'prokus', { everReceivedPkh: true, activePkh: true }, 'not-yet', 2021],
  ['R1b with what it implies', 'prokus', { activePkh: true }, 'not-yet', 2020],
  ['R1c', 'prokus', { ...graduate, hasBusiness: true }, 'likely', 2020],
  ['R1c', 'prokus', { graduated: 'natural', hasBusiness: true }, 'likely', 2021],
  ['R1d', 'prokus', { ...graduate, hasBusiness: false, clearPotential: true }, 'likely', 2020],
  ['R1d', 'prokus', { ...graduate, hasBusiness: false, clearPotential: false }, 'no', 2020],
  ['R1d', 'prokus', { ...graduate, hasBusiness: false, clearPotential: true }, 'no', 2021],
  ['R1d', 'prokus', { ...graduate, hasBusiness: false }, 'needs-data', 2020],
  ['R1, before it began', 'prokus', graduate, 'refer', 2019],
  ['R2', 'pena', { activeAidRecipient: false }, 'no'],
  ['R2a', 'pena', { activeAidRecipient: true, willingToLeaveAid: false }, 'no'],
  ['R2b', 'pena', { ...onAid, age: 43 }, 'likely'],
  ['R2b at 20', 'pena', { ...onAid, age: 20 }, 'likely'],
  ['R2b at 40', 'pena', { ...onAid, age: 40 }, 'likely'],
  ['R2b at 41', 'pena', { ...onAid, age: 41 }, 'likely'],
  ['R2b at 45', 'pena', { ...onAid, age: 45 }, 'likely'],
  ['R2c at 19', 'pena', { ...onAid, age: 19 }, 'needs-data'],
  ['R2c at 46', 'pena', { ...onAid, age: 46 }, 'needs-data'],
  ['R2b without the age', 'pena', onAid, 'needs-data'],
  ['R2b, a range inside', 'pena', { ...onAid, age: { from: 20, to: 45 } }, 'likely'],
  ['R2b, a range across', 'pena', { ...onAid, age: { from: 40, to: 50 } }, 'needs-data'],
  ['R3', 'pkh', { asksToRegister: true }, 'refer'],
  ['R3a', 'pkh', { ...family, components: [] }, 'no'],
  ['R3b', 'pkh', { ...family, civilServantSoldierPoliceOrPensionerInHousehold: true }, 'no'],
  ['R3b', 'pkh', { ...family, socialWorkerInHousehold: true }, 'no'],
  ['R3c at decile 5', 'pkh', { ...family, decile: 5 }, 'not-yet'],
  ['R3c at decile 10', 'pkh', { ...family, decile: 10 }, 'not-yet'],
  ['R3d', 'pkh', family, 'likely'],
  ['R3d at decile 4', 'pkh', { ...family, decile: 4, components: ['elderly', 'sma'] }, 'likely'],
  ['R3, before deciles', 'pkh', family, 'refer', 2020],
  ['R3a, in any year', 'pkh', { ...family, components: [] }, 'no', 2020],
  ['R4', 'graduation', { noComponentLeft: true, welfareRisen: false }, 'likely'],
  ['R4', 'graduation', { noComponentLeft: false, welfareRisen: true }, 'likely'],
  ['R4 both', 'graduation', { noComponentLeft: true, welfareRisen: true }, 'needs-data'],
  ['R4 unsure', 'graduation', { noComponentLeft: true }, 'needs-data'],
  ['R4 neither', 'graduation', { noComponentLeft: false, welfareRisen: false }, 'not-yet'],
  ['R5', 'kube', { groupSize: 1 }, 'no'],
  ['KUBE of 2', 'kube', { ...group, groupSize: 2 }, 'not-yet'],
  ['KUBE of 4', 'kube', { ...group, groupSize: 4 }, 'not-yet'],
  ['R5a at 5', 'kube', { ...group, groupSize: 5 }, 'likely'],
  ['R5a at 20', 'kube', { ...group, groupSize: 20 }, 'likely'],
  ['KUBE of 21', 'kube', { ...group, groupSize: 21 }, 'no'],
  ['KUBE of another area', 'kube', { ...group, sameArea: false }, 'no'],
  ['KUBE without a plan', 'kube', { ...group, hasPlan: false }, 'not-yet'],
  ['R6', 'kat', { reportFor: 'community', marginal: true }, 'refer'],
  ['R6', 'kat', { reportFor: 'individual' }, 'refer'],
  ['R6 without a trait', 'kat', { reportFor: 'community', ...noTrait }, 'no'],
  ['R7', 'psm', volunteer, 'likely'],
  ['R7 at 17', 'psm', { age: 17 }, 'no'],
  ['R7 at 18', 'psm', { ...volunteer, age: 18 }, 'likely'],
  ['R7 with another bar', 'psm', { localKtp: false }, 'no'],
  ['R8', 'tksk', candidate, 'likely'],
  ['R8 below SMA', 'tksk', { education: 'smp' }, 'no'],
  ['R8 without a vacancy', 'tksk', { ...candidate, vacancyOpen: false }, 'not-yet'],
  ['R8, whatever the age', 'tksk', { ...candidate, age: 70 }, 'likely'],
  ['R9 at 12', 'kt-member', { age: 12, resident: true }, 'no'],
  ['R9 at 13', 'kt-member', { age: 13, resident: true }, 'likely'],
  ['R9 at 45', 'kt-member', { age: 45, resident: true }, 'likely'],
  ['R9 at 46', 'kt-member', { age: 46, resident: true }, 'no'],
  ['R9a at 16', 'kt-board', { age: 16, citizen: true, domiciled: true, active: true }, 'no'],
  ['R9a at 17', 'kt-board', { age: 17, citizen: true, domiciled: true, active: true }, 'likely'],
  ['R9a not domiciled', 'kt-board', { domiciled: false }, 'no'],
  ['R10', 'lks', { organisation: true, providesSocialServices: true }, 'refer'],
  ['R10', 'lks', { organisation: true, providesSocialServices: true, legalEntity: false }, 'refer'],
  ['R10 one person', 'lks', { organisation: false }, 'no'],
  ['R11', 'ugb', { ...draw, channel: 'instagram', prizeValueRp: 5_000_000 }, 'refer'],
  ['R11 not free', 'ugb', { ...draw, freePrize: false }, 'no'],
  ['R12', 'perintis', { ledMovement: true, documents: true }, 'refer'],
  ['R12 without papers', 'perintis', { ledMovement: true, documents: false }, 'not-yet'],
  ['R12 without a ground', 'perintis', noGround, 'no'],
  ['R13', 'data', { concern: 'not-listed', poor: true }, 'refer'],
  ['R13', 'data', { concern: 'data-wrong' }, 'refer'],
  ['R13 for the able', 'data', { concern: 'not-listed', poor: false }, 'not-yet'],
  ['R14', 'data', { concern: 'wrong-recipient', sameVillage: true }, 'refer'],
  ['R14', 'data', { concern: 'wrong-recipient', sameVillage: false }, 'refer'],
  ['R15', 'data', { concern: 'nik-problem' }, 'refer'],
  ['R15a', 'data', { concern: 'pretend' }, 'no'],
  ['R15b at decile 5', 'pbi', { removed: false, decile: 5 }, 'likely'],
  ['R15b assessed', 'pbi', { removed: false, decile: 8, assessedInNeed: true }, 'likely'],
  ['R15b at decile 6', 'pbi', { removed: false, decile: 6, assessedInNeed: false }, 'not-yet'],
  ['R16 after 6 months', 'pbi', { removed: true, monthsSinceRemoval: 6, careNeeded: true }, 'refer'],
  [
    'R16 after 7 months',
    'pbi',
    { removed: true, monthsSinceRemoval: 7, careNeeded: true, decile: 3 },
    'likely',
  ],
];

test('every shipped rule file can be read', () => {
  expect(problems).toEqual([]);
  expect(programmes.map((one) => one.id).sort()).toEqual(
    'data graduation kat kt-board kt-member kube lks pbi pena perintis pkh prokus psm tksk ugb'.split(' '),
  );
});

for (const [rule, programme, facts, outcome, year] of rows)
  test(`${rule}: ${programme} with ${JSON.stringify(facts)} in ${year ?? 'this year'} is ${outcome}`, () => {
    expect(assess(programme, facts, year).outcome).toBe(outcome);
  });

test('scripts are taken at their word: what is absent is unknown, whatever the other facts say', () => {
  const prokus = programmes.find((one) => one.id === 'prokus');
  if (prokus === undefined) throw new Error('no ProKUS');
  const literal = createAssessor({ literal: true });
  expect(literal.assess(prokus, { activePkh: true }, 2021).outcome).toBe('needs-data');
  expect(literal.assess(prokus, { everReceivedPkh: true, activePkh: true }, 2021).outcome).toBe('not-yet');
});

test('everything is open where nothing is known, but for a programme of the past', () => {
  for (const { id } of programmes)
    expect([id, assess(id, {}).outcome]).toEqual([id, id === 'prokus' ? 'historical' : 'needs-data']);
});

test('the fact names and values are those that scripts were promised', () => {
  const shape = Object.fromEntries(
    programmes.map(({ id, facts }) => [
      id,
      facts
        .map((fact) => ('choices' in fact ? `${fact.id}:${fact.choices.map((c) => c.value)}` : fact.id))
        .join(' '),
    ]),
  );
  expect(shape).toMatchObject({
    prokus: 'everReceivedPkh activePkh graduated:natural,welfare,none hasBusiness clearPotential',
    pena: 'age activeAidRecipient willingToLeaveAid hasBusiness elderlyOrSevereDisabilityInHousehold',
    pkh: 'asksToRegister components:pregnant,early-childhood,sd,smp,sma,elderly,severe-disability decile civilServantSoldierPoliceOrPensionerInHousehold socialWorkerInHousehold',
    kube: 'groupSize sameArea inNationalData hasPlan',
    kat: 'reportFor:community,individual limitedBasicServices closedHomogeneousLivingFromNature marginal borderCoastalOrOuterIsland',
    psm: 'age citizen localKtp literate goodConduct willing',
    tksk: 'education:sd,smp,sma,diploma,s1 background:psm,karang-taruna,none computer livesInSubdistrict vacancyOpen age',
    'kt-member': 'age resident',
    'kt-board': 'age citizen domiciled active',
    lks: 'organisation providesSocialServices legalEntity',
    ugb: 'freePrize winnerByChance promotionToPublic channel prizeValueRp',
  });
});
