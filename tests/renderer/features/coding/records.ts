import type { Code } from '#shared/model/code.ts';
import type { Coder } from '#shared/model/coder.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Theme } from '#shared/model/theme.ts';

/* Records for tests of what only reads them: the id is the name. */

const createdAt = '2026-11-24T12:00:00.000Z';

export const aCode = (name: string, colour = 0): Code => ({
  id: name,
  parentId: null,
  position: 0,
  name,
  colour,
  definition: '',
  inclusion: '',
  exclusion: '',
  typicalExample: '',
  nearMiss: '',
  createdAt,
});

export const aCoder = (name: string): Coder => ({ id: name, name, createdAt });

export const aTheme = (name: string, some: Partial<Theme> = {}): Theme => ({
  id: name,
  parentId: null,
  position: 0,
  name,
  concept: '',
  boundaries: '',
  narrative: '',
  summary: '',
  status: 'candidate',
  retiredReason: '',
  createdAt,
  ...some,
});

export const aCoding = (id: string, some: Partial<Coding> = {}): Coding => ({
  id,
  sourceId: 'source',
  codeId: 'code',
  coderId: 'Ruth',
  start: 0,
  end: (some.start ?? 0) + 10,
  createdAt,
  important: 0,
  level: null,
  ...some,
});
