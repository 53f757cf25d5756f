import { expect, it } from 'vitest';
import { readPersonLine } from '../../src/people/parse-person.ts';

it.each([
  ['Siti Aminah, desa Pekunden', 'Siti Aminah', 'Pekunden'],
  ['Siti Aminah, kel. Pekunden', 'Siti Aminah', 'Pekunden'],
  ['Pekunden, Siti Aminah', 'Siti Aminah', 'Pekunden'],
  ['desa Pekunden, Siti Aminah', 'Siti Aminah', 'Pekunden'],
  ['Siti Aminah desa Pekunden', 'Siti Aminah', 'Pekunden'],
  ['Siti Aminah kel pekunden', 'Siti Aminah', 'pekunden'],
  ['Siti Aminah Pekunden', 'Siti Aminah', 'Pekunden'],
  ['desa Pekunden Siti Aminah', 'Siti Aminah', 'Pekunden'],
  ['pekunden siti aminah', 'siti aminah', 'pekunden'],
  // A place that is not there is named in the reply, not guessed.
  ['Siti Aminah, desa Entah', 'Siti Aminah', 'Entah'],
  ['Siti Aminah', 'Siti Aminah', ''],
  ['', '', ''],
])('reads %s', (line, name, place) => {
  expect(readPersonLine(line, '33.74.01')).toEqual({ name, place });
});
