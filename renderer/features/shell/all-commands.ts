import type { Command } from '#renderer/commands/registry.ts';

/**
 * The commands of every area, whether or not it is on the screen, for the map of keys. They are read
 * as they are while nothing is chosen, so they are for reading about, not for running.
 */
export const loadAreaCommands = async (): Promise<readonly Command[]> => {
  const [library, coding, reading, codebook, themes, memos, analysis, planning, history] =
  const [library, coding, reading, codebook, themes, review, memos, analysis, history] =
    await Promise.all([
      import('#renderer/features/library/library-commands.ts'),
      import('#renderer/features/coding/coding-commands.ts'),
      import('#renderer/features/coding/reading-commands.ts'),
      import('#renderer/features/codebook/codebook-commands.ts'),
      import('#renderer/features/themes/theme-commands.ts'),
      import('#renderer/features/memos/memo-commands.ts'),
      import('#renderer/features/analysis/analysis-commands.ts'),
      import('#renderer/features/planning/planning-commands.ts'),
      import('#renderer/features/theme-review/review-commands.ts'),
      import('#renderer/features/memos/memo-commands.ts'),
      import('#renderer/features/analysis/analysis-commands.ts'),
      import('#renderer/features/history/history-commands.ts'),
    ]);
  return [
    ...library.libraryCommands([]),
    ...coding.codingCommands,
    ...reading.besideCodingCommands,
    ...codebook.codebookCommands({ chosen: 'none', used: false, all: 'none', nested: true }),
    ...themes.themeCommands({ theme: undefined, code: null, hasCodes: false, themes: 0, codes: 0 }),
    ...review.reviewCommands,
    ...memos.memoCommands(null),
    ...analysis.analysisCommands,
    ...planning.planningCommands,
    ...history.historyCommands(false),
  ];
};
