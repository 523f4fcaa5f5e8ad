import type { Command } from '#renderer/commands/registry.ts';

type Load = () => Promise<readonly Command[]>;

/** What each area offers while nothing in it is chosen. */
const areas: readonly Load[] = [
  async () => (await import('#renderer/features/library/library-commands.ts')).libraryCommands([]),
  async () => (await import('#renderer/features/coding/coding-commands.ts')).codingCommands,
  async () => (await import('#renderer/features/coding/reading-commands.ts')).besideCodingCommands,
  async () =>
    (await import('#renderer/features/codebook/codebook-commands.ts')).codebookCommands({
      chosen: 'none',
      used: false,
      all: 'none',
      nested: true,
    }),
  async () =>
    (await import('#renderer/features/themes/theme-commands.ts')).themeCommands({
      theme: undefined,
      code: null,
      hasCodes: false,
      themes: 0,
      codes: 0,
    }),
  async () => (await import('#renderer/features/theme-review/review-commands.ts')).reviewCommands,
  async () => (await import('#renderer/features/memos/memo-commands.ts')).memoCommands(null),
  async () =>
    (await import('#renderer/features/writing/writing-commands.ts')).writingCommands(null, null),
  async () => (await import('#renderer/features/analysis/analysis-commands.ts')).analysisCommands,
  async () => (await import('#renderer/features/planning/planning-commands.ts')).planningCommands,
  async () =>
    (await import('#renderer/features/review/reply-commands.ts')).answerCommands(undefined, []),
  async () =>
    (await import('#renderer/features/history/history-commands.ts')).historyCommands(false),
];

/**
 * The commands of every area, whether or not it is on the screen, for the map of keys. They are read
 * as they are while nothing is chosen, so they are for reading about, not for running.
 */
export const loadAreaCommands: Load = async () =>
  (await Promise.all(areas.map((load) => load()))).flat();
