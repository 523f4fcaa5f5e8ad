import { text } from 'node:stream/consumers';
import { type RunCommand, UsageError } from './command.ts';
import { failureOf, writeJson } from './output.ts';
import { withProject } from './session.ts';

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    throw new UsageError(`The input is not JSON: ${String(thrown)}`);
  }
};

/** `call FILE METHOD [JSON|-]`: makes one call. */
export const run: RunCommand = async ({ positionals, options }) => {
  const [file = '', method = '', json = '{}'] = positionals;
  const input = parse(json === '-' ? await text(process.stdin) : json);
  return withProject(file, async (session) => {
    const reply = await session.post(method, input);
    if (!reply.ok) throw failureOf(reply.error);
    await (options.json === true ? writeJson(reply) : writeJson(reply.value, 2));
    return true;
  });
};
