import { type Command, everywhere } from './command.ts';
import { commands } from './commands.ts';

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
};

/** The help for one command: how it is written, what it does, its options, an example. */
export const commandHelp = (name: string, command: Command): string => {
  const options = Object.entries({ ...command.options, ...everywhere }).map(
    ([option, { value, help }]) =>
      [`--${option}${value === undefined ? '' : ` ${value}`}`, help] as const,
  );
  const examples = command.examples.map((example) => `  ${example}\n`).join('');
  return `Usage: understory ${name} ${command.usage} [options]

${command.summary}

Options:
${columns(options)}
${command.examples.length === 1 ? 'Example' : 'Examples'}:
${examples}`;
};

/** The help for all of it. */
export const help = (): string => `Usage: understory COMMAND ...

Code qualitative interviews from the command line. Words go to standard error.
Ends with 0, with 1 where something failed, with 2 where the command was not understood.

Commands:
${columns(Object.entries(commands).map(([name, { usage, summary }]) => [`${name} ${usage}`, firstLine(summary)]))}
"understory COMMAND --help" tells more, with an example.
From a checkout: npm run -s understory -- COMMAND ...
`;
