import { MenuOption } from '@lexical/react/LexicalMenuOption';
import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { fold } from '#renderer/ui/words.ts';
import type { LinkKind } from '#shared/text/links.ts';
import { untitled } from './use-linked.ts';

/** As many as can be looked over at once; typing on narrows them. */
const mostOffered = 12;
const mostMemos = 4;

/** A record that can be linked to. */
export class LinkOption extends MenuOption {
  readonly kind: LinkKind;
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name: the code above a code, the group of a source. */
  readonly note: string;
  readonly colour: number | undefined;

  constructor(record: Candidate) {
    super(`${record.kind}/${record.id}`);
    this.kind = record.kind;
    this.id = record.id;
    this.name = record.name;
    this.note = record.note ?? '';
    this.colour = record.colour;
  }
}

interface Candidate {
  readonly kind: LinkKind;
  readonly id: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly colour?: number;
}

/** Those whose name holds what was typed, those that begin with it first; of equals the shorter. */
export const matchingOptions = (
  candidates: readonly Candidate[],
  typed: string,
): readonly Candidate[] => {
  const wanted = fold(typed.trim());
  return candidates
    .flatMap((candidate) => {
      const at = fold(candidate.name).indexOf(wanted);
      return at === -1 ? [] : [{ candidate, rank: at === 0 ? 0 : 1 }];
    })
    .toSorted(
      (a, b) =>
        a.rank - b.rank || (wanted === '' ? 0 : a.candidate.name.length - b.candidate.name.length),
    )
    .slice(0, mostOffered)
    .map(({ candidate }) => candidate);
};

/** Everything with a name that can be linked to: codes, themes, sources, cases. */
const useCandidates = (enabled: boolean): readonly Candidate[] => {
  const codes = useCall('codes.list', {}, { enabled }).data;
  const themes = useCall('themes.list', {}, { enabled }).data;
  const sources = useCall('sources.list', {}, { enabled }).data;
  const cases = useCall('cases.list', {}, { enabled }).data;
  return useMemo(() => {
    const names = new Map(codes?.map(({ id, name }) => [id, name]));
    return [
      ...(codes ?? []).map(({ id, name, colour, parentId }) => ({
        kind: 'code' as const,
        id,
        name,
        colour,
        note: parentId === null ? undefined : names.get(parentId),
      })),
      ...(themes ?? []).map(({ id, name }) => ({ kind: 'theme' as const, id, name })),
      ...(sources ?? []).map(({ id, name }) => ({ kind: 'source' as const, id, name })),
      ...(cases ?? []).map(({ id, pseudonym }) => ({ kind: 'case' as const, id, name: pseudonym })),
    ];
  }, [codes, themes, sources, cases]);
};

/** What can be linked to by what was typed; null for nothing being typed. */
export const useLinkOptions = (typed: string | null): LinkOption[] => {
  const enabled = typed !== null;
  const candidates = useCandidates(enabled);
  const memos = useCall(
    'memos.find',
    { text: typed?.trim() ?? '', limit: mostMemos },
    { enabled: enabled && typed.trim() !== '', keepPrevious: true },
  ).data;
  return useMemo(() => {
    if (typed === null) return [];
    const found = matchingOptions(candidates, typed);
    const titled = matchingOptions(
      typed.trim() === ''
        ? []
        : (memos?.memos ?? []).map(({ id, title, on }) => ({
            kind: 'memo',
            id,
            name: title || untitled,
            note: on,
          })),
      typed,
    );
    return [...found, ...titled].map((candidate) => new LinkOption(candidate));
  }, [candidates, memos, typed]);
};
