import { type CallError, Failure } from '#shared/contract/errors.ts';

/** Writes to standard output and resolves when it has been handed over; rejects when nobody reads. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) =>
    process.stdout.write(text, (error) => (error ? reject(error) : resolve())),
  );

/** Writes one JSON document. */
export const writeJson = (value: unknown, indent?: number): Promise<void> =>
  write(`${JSON.stringify(value, null, indent)}\n`);

/** Says something to people: on standard error, so that results stay clean. */
export const say = (words: string): void => {
  process.stderr.write(`${words}\n`);
};

/** A number with the noun it counts: 1 turn, 12 turns. */
export const counted = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

/** The failure that a reply carried, to be thrown. */
export const failureOf = ({ code, message, details }: CallError): Failure =>
  new Failure(code, message, details);

/** Shows how far long work is, where a person is watching; `null` takes the line away. */
export const showProgress = (words: string | null): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${words ?? ''}`);
};
