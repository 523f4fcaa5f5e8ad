import { v7 as uuidv7 } from 'uuid';
import type { Project } from '#electron/project/project.ts';
import { insertRecord } from '#electron/project/records.ts';
import { getText, insertText } from '#electron/project/texts.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';

/*
 * Puts records straight into a project, for tests of what reads them. Each function is one edit,
 * or part of the edit that is under way.
 */

const createdAt = '2026-11-24T12:00:00.000Z';

const edit = <T>(project: Project, work: () => T): T => {
  if (project.currentSet !== null) return work();
  return project.edit((label) => {
    label('Test');
    return work();
  }).value;
};

interface CodeDraft {
  readonly name: string;
  readonly position: number;
  readonly parentId?: string;
}

export const addCode = (project: Project, { name, position, parentId }: CodeDraft): string => {
  const id = uuidv7();
  edit(project, () =>
    insertRecord(project.store, 'code', {
      id,
      parentId: parentId ?? null,
      position,
      name,
      colour: position % 16,
      definition: `What ${name} means`,
      inclusion: '',
      exclusion: '',
      typicalExample: '',
      nearMiss: '',
      createdAt,
    }),
  );
  return id;
};

interface SourceDraft {
  readonly name: string;
  /** Label, words, and the role where it is not a participant. */
  readonly turns: readonly (readonly [label: string, words: string, role?: SpeakerRole])[];
  /** Makes every speaker stand for a case of this name. */
  readonly pseudonym?: string;
}

/** Adds a source whose text has each turn on a line of its own, after `Label: `. */
export const addSource = (project: Project, { name, turns, pseudonym }: SourceDraft): string => {
  const { store } = project;
  const sourceId = uuidv7();
  const body = turns.map(([label, words]) => `${label}: ${words}`).join('\n');
  edit(project, () => {
    const caseId = pseudonym === undefined ? null : uuidv7();
    if (caseId !== null && pseudonym !== undefined)
      insertRecord(store, 'case', { id: caseId, pseudonym, groupId: null, note: '' });
    insertText(store, sourceId, body);
    insertRecord(store, 'source', {
      id: sourceId,
      name,
      kind: 'interview',
      groupId: null,
      caseId: null,
      timePointId: null,
      fileName: `${name}.txt`,
      format: 'txt',
      encoding: 'UTF-8',
      sha256: '0'.repeat(64),
      length: body.length,
      words: 0,
      importedAt: createdAt,
    });
    let start = 0;
    const speakers = new Map<string, string>();
    for (const [position, [label, words, role = 'participant']] of turns.entries()) {
      const speakerId = speakers.get(label) ?? uuidv7();
      const speechStart = start + label.length + 2;
      const end = speechStart + words.length;
      if (!speakers.has(label))
        insertRecord(store, 'speaker', { id: speakerId, sourceId, label, role, caseId });
      speakers.set(label, speakerId);
      insertRecord(store, 'turn', {
        id: uuidv7(),
        sourceId,
        position,
        start,
        speechStart,
        end,
        speakerId,
        startMs: null,
        endMs: null,
      });
      start = end + 1;
    }
  });
  return sourceId;
};

/** Applies a code to the first place of a source where the quote stands. */
export const addCoding = (
  project: Project,
  {
    code,
    source,
    quote,
  }: { readonly code: string; readonly source: string; readonly quote: string },
): string => {
  const id = uuidv7();
  const start = getText(project.store, source).indexOf(quote);
  edit(project, () =>
    insertRecord(project.store, 'coding', {
      id,
      sourceId: source,
      codeId: code,
      coderId: project.coderId ?? '',
      start,
      end: start + quote.length,
      createdAt,
      important: 0,
      level: null,
    }),
  );
  return id;
};

interface ThemeDraft {
  readonly name: string;
  readonly codes: readonly string[];
  readonly parentId?: string;
}

export const addTheme = (project: Project, { name, codes, parentId }: ThemeDraft): string => {
  const id = uuidv7();
  edit(project, () => {
    insertRecord(project.store, 'theme', {
      id,
      parentId: parentId ?? null,
      position: 0,
      name,
      concept: '',
      boundaries: '',
      narrative: '',
      summary: '',
      status: 'candidate',
      retiredReason: '',
      createdAt,
    });
    for (const [position, codeId] of codes.entries())
      insertRecord(project.store, 'theme_code', { id: uuidv7(), themeId: id, codeId, position });
  });
  return id;
};
