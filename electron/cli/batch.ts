import { z } from 'zod';
import type { AnyReply } from '#shared/contract/reply.ts';
import { type RunCommand, UsageError } from './command.ts';
import { writeJson } from './output.ts';
import { badInput, type Session, withProject } from './session.ts';

const lineSchema = z.object({ method: z.string(), input: z.unknown().optional() });

/** Lines end with a line feed and nothing else: JSON may hold other separators inside its strings. */
export const lines = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let begun: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, at)]).toString('utf8');
      begun = [];
      from = at + 1;
    }
    begun.push(chunk.subarray(from));
  }
  yield Buffer.concat(begun).toString('utf8');
};

const answer = async (session: Session, line: string): Promise<AnyReply> => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return badInput('This line is not JSON.');
  }
  const call = lineSchema.safeParse(parsed);
  if (!call.success) return badInput('A line must be {"method": "...", "input": {...}}.');
  return session.post(call.data.method, call.data.input ?? {});
};

/** `batch FILE -`: makes the calls on standard input, one a line. */
export const run: RunCommand = ({ positionals: [file = '', from] }) => {
  if (from !== '-') throw new UsageError('batch reads standard input: its second argument is -');
  return withProject(file, async (session) => {
    let sound = true;
    try {
      for await (const line of lines(process.stdin)) {
        if (line.trim() === '') continue;
        const reply = await answer(session, line);
        sound &&= reply.ok;
        await writeJson(reply);
      }
    } catch (thrown) {
      // Being asked to stop ends the input early; whatever else ends it is a fault.
      if (!session.isClosing) throw thrown;
    }
    return sound && !session.isClosing;
  });
};
