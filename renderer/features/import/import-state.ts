import type { Selection } from 'react-aria-components';
import { create } from 'zustand';
import { useNavigation } from '#renderer/state/navigation.ts';
import { usePreferences } from '#renderer/state/preferences.ts';
import type { ImportPreview, ImportResult } from '#shared/contract/imports.ts';
import type { SourceKind } from '#shared/model/source.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';

/** What the researcher corrected about one label; what is absent stays as it was found. */
export interface SpeakerDraft {
  readonly as?: string;
  readonly role?: SpeakerRole;
  readonly casePseudonym?: string;
}

/** What the researcher said about one file; what is absent is as guessed. '' means none. */
export interface FileDraft {
  readonly name?: string;
  readonly kind?: SourceKind;
  readonly group?: string;
  readonly timePoint?: string;
  readonly casePseudonym?: string;
  /** By label as found. */
  readonly speakers: Readonly<Record<string, SpeakerDraft>>;
  /** Whether to import it; absent: what is ready is, what is a duplicate is not. */
  readonly include?: boolean;
}

/** One file that may be imported: what was found in it and what was corrected. */
export interface ImportEntry {
  readonly preview: ImportPreview;
  /** The pattern that was asked for: the likeliest unless the researcher chose. */
  readonly pattern: string;
  readonly draft: FileDraft;
}

/** What is under way, `done` of `total` files. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly doing: string;
}

interface ImportState {
  readonly phase: 'closed' | 'reading' | 'review' | 'importing' | 'summary';
  readonly progress: Progress;
  readonly entries: readonly ImportEntry[];
  /** Tokens of the files that are chosen in the list, as the list says it. */
  readonly chosen: Selection;
  readonly onlyAttention: boolean;
  /** Tokens of files that are being read again with another pattern. */
  readonly rereading: ReadonlySet<string>;
  readonly results: readonly ImportResult[];
  /** Whether the import was stopped before its last file. */
  readonly stopped: boolean;
}

const closed: ImportState = {
  phase: 'closed',
  progress: { done: 0, total: 0, doing: '' },
  entries: [],
  chosen: new Set(),
  onlyAttention: false,
  rereading: new Set(),
  results: [],
  stopped: false,
};

/** The files on the import screen. Nothing of this is stored before they are imported. */
export const useImportState = create<ImportState>(() => closed);

// The import screen needs the room of the details, which show the library behind it.
let detailsWereOpen = false;

const hideDetails = (): void => {
  const { inspectorOpen, change } = usePreferences.getState();
  detailsWereOpen ||= inspectorOpen;
  if (inspectorOpen) change({ inspectorOpen: false });
};

const showDetails = (): void => {
  if (detailsWereOpen) usePreferences.getState().change({ inspectorOpen: true });
  detailsWereOpen = false;
};

/** Opens the screen over the library for files that are about to be read. */
export const openImport = (total: number): void => {
  hideDetails();
  useImportState.setState({
    phase: 'reading',
    results: [],
    progress: { done: 0, total, doing: 'Reading files' },
  });
};

/** Forgets the files and goes back to the library. */
export const closeImport = (): void => {
  useImportState.setState(closed);
  showDetails();
  // What had the focus is gone; it returns to where the import began.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-import]')?.focus());
};

useNavigation.subscribe(({ address }, before) => {
  const { phase } = useImportState.getState();
  if (phase === 'closed' || address.area === before.address.area) return;
  if (address.area === 'library') return hideDetails();
  if (phase === 'summary') useImportState.setState(closed);
  showDetails();
});

/** Changes what is said about some files. */
export const draftFiles = (
  tokens: ReadonlySet<string>,
  change: (entry: ImportEntry) => Partial<FileDraft>,
): void =>
  useImportState.setState(({ entries }) => ({
    entries: entries.map((entry) =>
      tokens.has(entry.preview.token)
        ? { ...entry, draft: { ...entry.draft, ...change(entry) } }
        : entry,
    ),
  }));

/** Changes what is said about one label, in every one of these files that has it. */
export const draftSpeaker = (
  tokens: ReadonlySet<string>,
  label: string,
  change: Partial<SpeakerDraft>,
): void =>
  draftFiles(tokens, ({ preview, draft }) =>
    preview.speakers.some((speaker) => speaker.label === label)
      ? {
          speakers: {
            ...draft.speakers,
            [label]: { ...draft.speakers[label], ...change },
          },
        }
      : {},
  );
