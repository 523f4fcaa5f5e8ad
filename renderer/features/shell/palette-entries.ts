import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useRegistry } from '#renderer/commands/registry.ts';
import { claimNames } from '#renderer/features/evidence/evidence-words.ts';
import { type Address, useNavigation } from '#renderer/state/navigation.ts';

/** One result of the palette. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly keys?: string | undefined;
  /** What tells it from others of its name: the group of a source, the code above a code, of a claim its kind. */
  readonly note?: string | undefined;
  /** The colour of a code. */
  readonly colour?: number;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** The results of one kind. */
export interface Section {
  readonly name: string;
  readonly entries: readonly Entry[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const nameOf = (records: readonly Named[] | undefined, id: string | null): string | undefined =>
  records?.find((record) => record.id === id)?.name;

const useCommandEntries = (): readonly Entry[] => {
  const commands = useRegistry((registry) => registry.commands);
  return useMemo(() => {
    const entries = [...commands.values()].map((command) => ({
      id: command.id,
      label: command.label,
      keys: command.keys,
      isDisabled: !(command.enabled?.() ?? true),
      run: () => void command.run(),
    }));
    const byLabel = new Map(entries.toReversed().map((entry) => [entry.label, entry]));
    // What cannot be done now is found too, after what can.
    return entries
      .filter((entry) => byLabel.get(entry.label) === entry)
      .sort((a, b) => Number(a.isDisabled) - Number(b.isDisabled));
  }, [commands]);
};

/** Everything that has a name: commands, sources, codes, themes, cases; and claims by their words. */
export const useSections = (): readonly Section[] => {
  const commands = useCommandEntries();
  const sources = useCall('sources.list', {}).data;
  const groups = useCall('groups.list', {}).data;
  const codes = useCall('codes.list', {}).data;
  const themes = useCall('themes.list', {}).data;
  const cases = useCall('cases.list', {}).data;
  const claims = useCall('claims.list', {}).data;
  const go = useNavigation((navigation) => navigation.go);
  return useMemo(() => {
    const to = (address: Address) => () => go(address);
    const codeNames = new Map(codes?.map((code) => [code.id, code.name]));
    const themeNames = new Map(themes?.map((theme) => [theme.id, theme.name]));
    const firstOfCase = new Map(sources?.toReversed().map((one) => [one.caseId, one.id]));
    return [
      { name: 'Commands', entries: commands },
      {
        name: 'Sources',
        entries: (sources ?? []).map(({ id, name, groupId }) => ({
          id,
          label: name,
          note: nameOf(groups, groupId),
          run: to({ area: 'coding', id }),
        })),
      },
      {
        name: 'Codes',
        entries: (codes ?? []).map(({ id, name, parentId, colour }) => ({
          id,
          label: name,
          note: parentId === null ? undefined : codeNames.get(parentId),
          colour,
          run: to({ area: 'codebook', id }),
        })),
      },
      {
        name: 'Themes',
        entries: (themes ?? []).map(({ id, name, parentId, status }) => ({
          id,
          label: name,
          note: status === 'retired' ? 'retired' : themeNames.get(parentId ?? ''),
          run: to({ area: 'themes', id }),
        })),
      },
      {
        name: 'Findings, principles and changes',
        entries: (claims ?? []).map(({ id, kind, statement }) => ({
          id,
          label: statement,
          note: claimNames[kind].one,
          run: to({ area: 'planning', id }),
        })),
      },
      {
        name: 'Cases',
        entries: (cases ?? []).map(({ id, pseudonym }) => {
          const first = firstOfCase.get(id);
          return {
            id,
            label: pseudonym,
            note: first === undefined ? 'no sources' : undefined,
            run: to(first === undefined ? { area: 'library' } : { area: 'library', id: first }),
          };
        }),
      },
    ];
  }, [commands, sources, groups, codes, themes, cases, claims, go]);
};
