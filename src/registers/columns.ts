/** What the facts of a register are called in files, the same coming in and going out. */
import type { FactName, RegisterName } from './register.ts';

export function columnOf(register: RegisterName, fact: FactName): string {
  switch (fact) {
    case 'kind':
      return register === 'kat' ? 'category' : 'kind';
    case 'since':
      return register === 'puskesos' ? 'formed' : 'since';
    case 'size':
      return register === 'kat' ? 'households' : 'staff';
    case 'legalForm':
      return 'legal-form';
    default:
      return fact;
  }
}
