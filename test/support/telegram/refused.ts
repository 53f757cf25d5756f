/** A call that Telegram refuses, in its own words. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;
  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (description: string, parameters?: Readonly<Record<string, number>>): Refused =>
  new Refused(400, `Bad Request: ${description}`, parameters);
