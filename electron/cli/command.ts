import type { ParseArgsConfig } from 'node:util';

/** A command line that cannot be understood; ends the process with 2. */
export class UsageError extends Error {}

/** What was given to a command, after the options were told from the rest. */
export interface Given {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** Carries a command out; false where something failed. Throws Failure or UsageError. */
export type RunCommand = (given: Given) => Promise<boolean>;

export interface Option {
  readonly type: 'string' | 'boolean';
  /** What the value is called in the help; only where there is one. */
  readonly value?: string;
  readonly help: string;
}

/** One command as data: how it is written, what it does, and where its code is. */
export interface Command {
  /** The arguments, for example `FILE INPUT...`. */
  readonly usage: string;
  readonly summary: string;
  /** The fewest and the most positional arguments. */
  readonly count: readonly [number, number];
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  /** Loaded only when it is wanted, which keeps `--help` fast. */
  readonly load: () => Promise<{ readonly run: RunCommand }>;
}

export const everywhere: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', help: 'One JSON document on standard output' },
  help: { type: 'boolean', help: 'This help' },
};

/** The options in the form that node:util reads. */
export const forParsing = (command: Command): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    Object.entries({ ...command.options, ...everywhere }).map(([name, { type }]) => [
      name,
      { type },
    ]),
  );

/** The text of an option; undefined where it was not given. */
export const textOption = ({ options }: Given, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};
