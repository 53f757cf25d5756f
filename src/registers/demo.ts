/** Sample entries of the registers, in provinces other than that of the sample people. */
import type { Writer } from '../store/index.ts';
import { storeEntry } from './keep-entry.ts';
import { storeGain } from './move-entry.ts';
import { officeNameOf } from './place.ts';
import type { EntryFacts, RegisterName, Stage } from './register.ts';

const by = 'system:demo';

interface Sample extends Partial<EntryFacts> {
  readonly register: RegisterName;
  readonly area: string;
  readonly stage?: Stage;
  /** Civil documents issued. */
  readonly gained?: number;
}

const samples: readonly Sample[] = [
  {
    register: 'kat',
    name: 'Komunitas Bukit Suban',
    area: '15.03.07.2007',
    kind: '2',
    size: 48,
    stage: 'implementation',
    gained: 31,
  },
  { register: 'kat', name: 'Komunitas Muntei', area: '13.09.03.2004', kind: '1', size: 62 },
  {
    register: 'kat',
    name: 'Komunitas Alor Tengah',
    area: '53.05.07',
    kind: '3',
    size: 25,
    stage: 'termination',
    gained: 25,
  },
  { register: 'pillar', name: 'Yuli Astuti', area: '35.73.05.1003', kind: 'psm', since: '2021' },
  { register: 'pillar', name: 'Asep Hidayat', area: '32.05.05.2008', kind: 'psm', since: '2019' },
  { register: 'pillar', name: 'Wayan Sudarma', area: '51.71.01', kind: 'tksk', since: '2020' },
  { register: 'pillar', name: 'Karang Taruna Tlogomas', area: '35.73.05.1003', kind: 'karang-taruna' },
  {
    register: 'pillar',
    name: 'Yayasan Kasih Sesetan',
    area: '51.71.01',
    kind: 'lks',
    legalForm: 'yayasan',
    registration: '460/0001/2024',
  },
  { register: 'puskesos', area: '35.73.05.1003', kind: 'village', since: '2020', size: 3 },
  { register: 'puskesos', area: '51.71.01.1003', kind: 'village', since: '2021', size: 2 },
  { register: 'puskesos', area: '35.73', kind: 'regency', since: '2018', size: 8 },
];

/** `today` is `YYYY-MM-DD`. */
export async function fillRegisters(
  tx: Writer,
  moment: { readonly today: string; readonly now: number },
): Promise<void> {
  for (const { gained, register, stage, ...told } of samples) {
    const facts: EntryFacts = {
      kind: '',
      name: officeNameOf(told.area),
      since: null,
      size: null,
      legalForm: '',
      registration: '',
      expires: null,
      note: '',
      ...told,
    };
    const entry = { register, facts, ...(stage === undefined ? {} : { stage }) };
    const row = await storeEntry(tx, by, entry, moment);
    if (gained !== undefined)
      await storeGain(tx, by, row, { n: gained, date: moment.today, note: '' }, moment.now);
  }
}
