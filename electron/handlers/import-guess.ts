import { listCases } from '#electron/project/cases.ts';
import { listGroups } from '#electron/project/groups.ts';
import type { Store } from '#electron/project/store.ts';
import { listTimePoints } from '#electron/project/time-points.ts';
import type { ImportGuess } from '#shared/contract/imports.ts';
import { guessFromPath } from '#shared/text/file-name-guess.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

const idOf = (records: readonly Named[], name: string | undefined): string | null =>
  records.find((record) => record.name === name)?.id ?? null;

/** `P03_baseline.docx` as a person would write it above a transcript: `P03 baseline`. */
const readable = (fileName: string): string => {
  const name = fileName
    .replace(/\.[^.]{1,8}$/u, '')
    .replace(/_+/gu, ' ')
    .trim();
  return (name === '' ? fileName : name).slice(0, 200);
};

/** What a file's name and folders say about it, as records of this project. */
export const guessPlace = (store: Store, fileName: string, folder: string): ImportGuess => {
  const groups = listGroups(store);
  const timePoints = listTimePoints(store);
  const guess = guessFromPath(folder === '' ? fileName : `${folder}/${fileName}`, {
    groups: groups.map((group) => group.name),
    timePoints: timePoints.map((timePoint) => timePoint.name),
  });
  // 'P03' in a file's name means the case 'P03 Nasreen' where there is one.
  const known = listCases(store).find(
    ({ pseudonym }) =>
      pseudonym === guess.casePseudonym || pseudonym.startsWith(`${guess.casePseudonym} `),
  );
  return {
    name: readable(fileName),
    kind: guess.kind ?? 'interview',
    groupId: idOf(groups, guess.group),
    timePointId: idOf(timePoints, guess.timePoint),
    casePseudonym: known?.pseudonym ?? guess.casePseudonym ?? null,
  };
};
