import { parentPort } from 'node:worker_threads';
import { readDocument, readTableFile } from '#electron/importers/index.ts';
import { detectAll, detectTurns } from '#shared/text/turns.ts';
import type { ParseInput, ParseResult, TableInput } from './parsing.ts';

const parse = async (input: ParseInput): Promise<ParseResult> => {
  const result = await readDocument(input);
  if (!result.ok) return result;
  const { document } = result;
  return {
    ok: true,
    document,
    detection: detectTurns(document, { pattern: input.pattern ?? 'auto' }),
    alternatives: detectAll(document),
  };
};

parentPort?.on('message', (input: ParseInput | TableInput) => {
  if ('isTable' in input) parentPort?.postMessage(readTableFile(input));
  else void parse(input).then((result) => parentPort?.postMessage(result));
});
parentPort?.postMessage('ready');
