import type { ImportFile } from '#shared/contract/imports.ts';
import type { SourceKind } from '#shared/model/source.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';
import type { ImportEntry } from './import-state.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The groups and time points of the project. */
export interface Places {
  readonly groups: readonly Named[];
  readonly timePoints: readonly Named[];
}

/** What a file will be stored as: as guessed, unless the researcher said otherwise. '' means none. */
export interface Placed {
  readonly name: string;
  readonly kind: SourceKind;
  readonly group: string;
  readonly timePoint: string;
  readonly casePseudonym: string;
}

const nameOf = (records: readonly Named[], id: string | null | undefined): string =>
  records.find((record) => record.id === id)?.name ?? '';

/** What a file will be stored as now. */
export const placedAs = ({ preview, draft }: ImportEntry, places: Places): Placed => ({
  name: draft.name ?? preview.guess?.name ?? preview.file,
  kind: draft.kind ?? preview.guess?.kind ?? 'interview',
  group: draft.group ?? nameOf(places.groups, preview.guess?.groupId),
  timePoint: draft.timePoint ?? nameOf(places.timePoints, preview.guess?.timePointId),
  casePseudonym: draft.casePseudonym ?? preview.guess?.casePseudonym ?? '',
});

/** One label as it will be stored. */
export interface PlacedSpeaker {
  readonly label: string;
  readonly as: string;
  readonly role: SpeakerRole;
  readonly casePseudonym: string;
  readonly turns: number;
  readonly words: number;
  /** The other labels that end up as the same speaker. */
  readonly mergedWith: readonly string[];
}

/** The labels of a file as they will be stored. */
export const placedSpeakers = ({ preview, draft }: ImportEntry): readonly PlacedSpeaker[] => {
  const named = preview.speakers.map((speaker) => ({
    ...speaker,
    as: draft.speakers[speaker.label]?.as ?? speaker.label,
  }));
  return named.map(({ label, as, role, turns, words }) => ({
    label,
    as,
    role: draft.speakers[label]?.role ?? role,
    casePseudonym: draft.speakers[label]?.casePseudonym ?? '',
    turns,
    words,
    mergedWith: named
      .filter((other) => other.as === as && other.label !== label)
      .map((o) => o.label),
  }));
};

/** Whether a file is going to be imported. */
export const isIncluded = ({ preview, draft }: ImportEntry): boolean =>
  preview.status !== 'refused' && (draft.include ?? preview.status === 'ready');

/** Whether somebody should look at a file before it is imported. */
export const needsAttention = ({ preview }: ImportEntry): boolean =>
  preview.status !== 'ready' || preview.warnings.length > 0 || preview.speakers.length === 0;

const idOf = (records: readonly Named[], name: string): string | null =>
  records.find((record) => record.name === name)?.id ?? null;

/** A file as it is handed over to be imported; its group and time point exist by now. */
export const toImportFile = (entry: ImportEntry, places: Places): ImportFile => {
  const { preview, draft, pattern } = entry;
  const { name, kind, group, timePoint, casePseudonym } = placedAs(entry, places);
  return {
    token: preview.token,
    name: preview.file,
    folder: preview.folder,
    pattern,
    sourceName: name,
    kind,
    groupId: idOf(places.groups, group),
    timePointId: idOf(places.timePoints, timePoint),
    casePseudonym: casePseudonym === '' ? null : casePseudonym,
    speakers: preview.speakers
      .filter(({ label }) => draft.speakers[label] !== undefined)
      .map(({ label }) => {
        const said = draft.speakers[label] ?? {};
        return {
          label,
          ...(said.as === undefined ? {} : { as: said.as }),
          ...(said.role === undefined ? {} : { role: said.role }),
          ...(said.casePseudonym === undefined || said.casePseudonym === ''
            ? {}
            : { casePseudonym: said.casePseudonym }),
        };
      }),
    evenIfDuplicate: preview.status === 'duplicate',
  };
};
