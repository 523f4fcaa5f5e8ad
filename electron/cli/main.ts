import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dataFolder } from '#electron/browser/folders.ts';
import { type Command, forParsing, type Given, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, help } from './help.ts';
import { say, write, writeJson } from './output.ts';

/*
 * Host 3: the contract from a terminal. Exit codes: 0 done, 1 something failed, 2 not understood.
 */

const given = (command: Command, args: readonly string[]): Given => {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: forParsing(command),
      allowPositionals: true,
    });
    return { positionals, options: values as Given['options'] };
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
};

const runCommand = async (name: string, command: Command, args: readonly string[]) => {
  const what = given(command, args);
  if (what.options.help === true) {
    await write(commandHelp(name, command));
    return 0;
  }
  const [fewest, most] = command.count;
  if (what.positionals.length < fewest || what.positionals.length > most)
    throw new UsageError(`Expected: ${name} ${command.usage}`);
  const { run } = await command.load();
  try {
    return (await run(what)) ? 0 : 1;
  } catch (thrown) {
    if (thrown instanceof UsageError) throw thrown;
    // Nobody reads any more, as after `| head`: nothing is left to say.
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE') return 1;
    // Loaded by now where it was thrown; help does without.
    const { Failure } = await import('#shared/contract/errors.ts');
    const failure = thrown instanceof Failure ? thrown : new Failure('internal', String(thrown));
    if (what.options.json === true) await writeJson({ ok: false, error: failure.toError() });
    say(`understory: ${failure.message}`);
    return 1;
  }
};

const main = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  if (name === '--help' || name === 'help' || name === '-h') {
    await write(help());
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    say(name === '' ? help() : `understory: There is no command "${name}".\n\n${help()}`);
    return 2;
  }
  const command = commands[name] as Command;
  try {
    return await runCommand(name, command, args);
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      say(`understory: ${thrown.message}\n\n${commandHelp(name, command)}`);
      return 2;
    }
    say(`understory: ${String(thrown)}`);
    return 1;
  }
};

// npm runs scripts in the folder of the package; paths are meant from where the person is.
if (process.env.npm_lifecycle_event === 'understory' && process.env.INIT_CWD !== undefined)
  process.chdir(process.env.INIT_CWD);
// Types are taken off the code only once: starting takes a third of the time afterwards.
enableCompileCache(join(dataFolder(), 'cache'));
// Whoever reads the output may stop: what is written next then fails, which closes the project.
process.stdout.on('error', () => undefined);
const code = await main(process.argv.slice(2));
process.stdout.write('', () => process.exit(code));
