import { useCall } from '#renderer/client/queries.ts';
import type { LinkKind } from '#shared/text/links.ts';

/** What a link names, as it is now: `gone` once it is not in the project any more. */
export type Linked =
  | { readonly state: 'reading' }
  | { readonly state: 'gone' }
  | { readonly state: 'there'; readonly name: string; readonly colour?: number };

const reading: Linked = { state: 'reading' };
const gone: Linked = { state: 'gone' };

interface Named {
  readonly id: string;
  readonly name: string;
  readonly colour?: number;
}

const among = (records: readonly Named[] | undefined, id: string): Linked => {
  if (records === undefined) return reading;
  const found = records.find((record) => record.id === id);
  if (found === undefined) return gone;
  const { name, colour } = found;
  return { state: 'there', name, ...(colour === undefined ? {} : { colour }) };
};

/** What a memo without a title is called. */
export const untitled = 'Memo without a title';

const useCode = (id: string): Linked => among(useCall('codes.list', {}).data, id);
const useTheme = (id: string): Linked => among(useCall('themes.list', {}).data, id);
const useSource = (id: string): Linked => among(useCall('sources.list', {}).data, id);

const useCase = (id: string): Linked => {
  const cases = useCall('cases.list', {}).data;
  const found = cases?.find((record) => record.id === id);
  if (cases === undefined) return reading;
  return found === undefined ? gone : { state: 'there', name: found.pseudonym };
};

const useMemoName = (id: string): Linked => {
  const { data } = useCall('memos.get', { id });
  if (data === undefined) return reading;
  return data === null ? gone : { state: 'there', name: data.title || untitled };
};

const useQuote = (kind: 'coding' | 'passage', id: string): Linked => {
  const { data } = useCall('passages.get', { kind, id });
  if (data === undefined) return reading;
  return data === null ? gone : { state: 'there', name: data.text };
};

const useCoding = (id: string): Linked => useQuote('coding', id);
const usePassage = (id: string): Linked => useQuote('passage', id);

/** How each kind of link finds its record. A link keeps its kind, so that it keeps its hook. */
export const useLinked: { readonly [kind in LinkKind]: (id: string) => Linked } = {
  code: useCode,
  theme: useTheme,
  source: useSource,
  case: useCase,
  memo: useMemoName,
  coding: useCoding,
  passage: usePassage,
};
