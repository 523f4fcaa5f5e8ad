import { useMemo } from 'react';
import { toast } from 'sonner';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { keyOf, queryClient, useCall } from '#renderer/client/queries.ts';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { announce } from '#renderer/ui/announce.ts';
import type { ProjectState } from '#shared/contract/project.ts';
import type { Code } from '#shared/model/code.ts';
import { numbered, numberKeys } from './numbered.ts';

interface Pinned {
  /** Code ids by project id, in the order of their keys. */
  readonly byProject: Readonly<Record<string, readonly string[]>>;
}

/**
 * The codes a person has given number keys of their own. Kept on this computer and not in the
 * project: keys are a habit of the one who codes, two coders of a study have two sets, and pinning
 * is no step of the analysis that its record should hold.
 */
const usePinnedCodes = create<Pinned>()(
  persist<Pinned>(() => ({ byProject: {} }), { name: 'understory-pinned-codes' }),
);

const none: readonly string[] = [];

const projectId = (): string =>
  queryClient.getQueryData<ProjectState>(keyOf('project.state', {}))?.project?.id ?? '';

const currentCodes = (): readonly Code[] =>
  queryClient.getQueryData<readonly Code[]>(keyOf('codes.list', {})) ?? [];

/** The pinned codes of the open project, in the order of their keys, for commands. */
export const pinnedNow = (): readonly string[] => {
  const known = new Set(currentCodes().map(({ id }) => id));
  const pinned = usePinnedCodes.getState().byProject[projectId()] ?? none;
  return pinned.filter((id) => known.has(id));
};

/** The codes of the number keys now, for commands. */
export const numberedNow = (): readonly string[] =>
  numbered(pinnedNow(), useCodingState.getState().recent, currentCodes());

/** The pinned codes of the open project and those of the number keys; current while it is shown. */
export const useNumberKeys = (): {
  readonly pinned: readonly string[];
  readonly keys: readonly string[];
} => {
  const project = useCall('project.state', {}).data?.project?.id ?? '';
  const kept = usePinnedCodes((state) => state.byProject[project]) ?? none;
  const recent = useCodingState((state) => state.recent);
  const codes = useCall('codes.list', {}).data;
  return useMemo(() => {
    const keys = numbered(kept, recent, codes ?? []);
    return { keys, pinned: keys.filter((id) => kept.includes(id)) };
  }, [kept, recent, codes]);
};

const keep = (pinned: readonly string[]): void => {
  usePinnedCodes.setState(({ byProject }) => ({
    byProject: { ...byProject, [projectId()]: pinned },
  }));
};

const nameOf = (codeId: string): string =>
  currentCodes().find((code) => code.id === codeId)?.name ?? '';

/** Pins a code to the next number key, or takes its pin away; says which key it has. */
export const togglePin = (codeId: string): void => {
  const pinned = pinnedNow();
  if (pinned.includes(codeId)) {
    keep(pinned.filter((id) => id !== codeId));
    announce(`Unpinned '${nameOf(codeId)}'`);
  } else if (pinned.length === numberKeys) {
    const words = `All ${numberKeys} number keys have a pinned code. Unpin one first.`;
    announce(words);
    toast(words);
  } else {
    keep([...pinned, codeId]);
    announce(`Pinned '${nameOf(codeId)}' to key ${pinned.length + 1}`);
  }
};

/** Gives a pinned code the key before (-1) or after (1), and the one there its own. */
export const movePin = (codeId: string, step: 1 | -1): void => {
  const pinned = pinnedNow();
  const at = pinned.indexOf(codeId);
  const to = at + step;
  if (at === -1 || to < 0 || to >= pinned.length) return;
  keep(pinned.toSpliced(at, 1).toSpliced(to, 0, codeId));
  announce(`'${nameOf(codeId)}' has key ${to + 1}`);
};
