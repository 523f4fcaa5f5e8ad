import type { ImportResult } from '#shared/contract/imports.ts';
import { type RunCommand, textOption } from './command.ts';
import { findInputs, type InputFile } from './find-inputs.ts';
import { counted, say, writeJson } from './output.ts';
import { type Session, withProject } from './session.ts';

/** Files in one call: a stop between calls is never far. */
const atOnce = 1000;

/** What became of one input, as it is printed. */
type Imported = Omit<ImportResult, 'token'>;

const sayResult = ({ file, status, turns, speakers, warnings, error }: Imported): void => {
  const who = speakers.map((speaker) => `${speaker.label} ${speaker.turns}`).join(', ');
  const what = `${counted(turns, 'turn')}${who === '' ? '' : ` (${who})`}`;
  say(`${status}  ${file}  ${status === 'imported' ? what : (error?.message ?? '')}`.trimEnd());
  for (const { message } of warnings) say(`  ${message}`);
};

const importSome = async (
  session: Session,
  inputs: readonly InputFile[],
  settings: { readonly pattern?: string; readonly evenIfDuplicate: boolean },
): Promise<readonly Imported[]> => {
  const { files } = await session.worth('imports.run', {
    files: inputs.map(({ path, folder }) => ({ token: path, folder, ...settings })),
  });
  return files.map(({ token: _, ...result }, index) => ({
    ...result,
    file: inputs[index]?.path ?? result.file,
  }));
};

/** `import FILE INPUT...`: imports files and folders. A bad file never stops the rest. */
export const run: RunCommand = (given) => {
  const [file = '', ...named] = given.positionals;
  const pattern = textOption(given, 'pattern');
  const settings = {
    ...(pattern === undefined ? {} : { pattern }),
    evenIfDuplicate: given.options.duplicates === true,
  };
  return withProject(file, async (session) => {
    const inputs = await findInputs(named);
    const results: Imported[] = [];
    for (let from = 0; from < inputs.length; from += atOnce)
      results.push(...(await importSome(session, inputs.slice(from, from + atOnce), settings)));
    if (given.options.json === true) await writeJson(results);
    for (const result of results) sayResult(result);
    const imported = results.filter(({ status }) => status === 'imported').length;
    say(`Imported ${imported} of ${counted(results.length, 'file')}.`);
    return results.every(({ status }) => status !== 'refused');
  });
};
