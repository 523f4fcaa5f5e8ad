import { v7 as uuidv7 } from 'uuid';
import { findCaseByPseudonym } from '#electron/project/cases.ts';
import type { Project, SetLabel } from '#electron/project/project.ts';
import { insertRecord } from '#electron/project/records.ts';
import type { Store } from '#electron/project/store.ts';
import { insertText, keepOriginal } from '#electron/project/texts.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { Detection, ReadDocument } from '#shared/model/document.ts';
import type { Source } from '#shared/model/source.ts';
import type { Speaker } from '#shared/model/speaker.ts';
import { countWords } from '#shared/text/words.ts';
import { guessPlace } from './import-guess.ts';
import { quoted } from './words.ts';

/** A file with what was found in it, ready to become a source. */
interface Ready {
  readonly file: CheckedInput<'imports.run'>['files'][number];
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly document: ReadDocument;
  readonly detection: Detection;
  readonly label: SetLabel;
}

/** The case of this pseudonym, created in the source's group where there is none yet. */
const caseFor = (
  store: Store,
  pseudonym: string | null | undefined,
  groupId: string | null,
): string | null => {
  if (pseudonym === null || pseudonym === undefined) return null;
  const there = findCaseByPseudonym(store, pseudonym);
  if (there !== undefined) return there.id;
  const id = uuidv7();
  insertRecord(store, 'case', { id, pseudonym, groupId, note: '' });
  return id;
};

const storeSpeakers = (
  store: Store,
  source: Source,
  { file, detection }: Ready,
): ReadonlyMap<string, Speaker> => {
  const participants = detection.speakers.filter(
    (speaker) => speaker.suggestedRole === 'participant',
  );
  return new Map(
    detection.speakers.map(({ label, suggestedRole }) => {
      const said = file.speakers.find((speaker) => (speaker.as ?? speaker.label) === label);
      // The one participant of a source is whom the source is about.
      const own = suggestedRole === 'participant' && participants.length === 1;
      const speaker: Speaker = {
        id: uuidv7(),
        sourceId: source.id,
        label,
        role: suggestedRole,
        caseId:
          said?.casePseudonym === undefined
            ? own
              ? source.caseId
              : null
            : caseFor(store, said.casePseudonym, source.groupId),
      };
      insertRecord(store, 'speaker', speaker);
      return [label, speaker];
    }),
  );
};

/** Stores a document as a source with its text, speakers and turns; to be called inside an edit. */
export const storeDocument = (project: Project, ready: Ready): Source => {
  const { store } = project;
  const { file, fileName, document, detection } = ready;
  const guess = guessPlace(store, fileName, file.folder);
  const name = file.sourceName ?? guess.name;
  ready.label(`Import ${quoted(name)}`);
  const groupId = file.groupId === undefined ? guess.groupId : file.groupId;
  const pseudonym = file.casePseudonym === undefined ? guess.casePseudonym : file.casePseudonym;
  const source: Source = {
    id: uuidv7(),
    name,
    kind: file.kind ?? guess.kind,
    groupId,
    caseId: caseFor(store, pseudonym, groupId),
    timePointId: file.timePointId === undefined ? guess.timePointId : file.timePointId,
    fileName,
    format: document.format,
    encoding: document.encoding ?? null,
    sha256: ready.sha256,
    length: document.text.length,
    words: countWords(document.text),
    importedAt: new Date().toISOString(),
  };
  insertRecord(store, 'source', source);
  insertText(store, source.id, document.text);
  keepOriginal(store, ready.sha256, ready.bytes);
  const speakers = storeSpeakers(store, source, ready);
  for (const [position, turn] of detection.turns.entries())
    insertRecord(store, 'turn', {
      id: uuidv7(),
      sourceId: source.id,
      position,
      start: turn.start,
      speechStart: turn.speechStart,
      end: turn.end,
      speakerId: turn.speaker === null ? null : (speakers.get(turn.speaker)?.id ?? null),
      startMs: turn.startMs ?? null,
      endMs: turn.endMs ?? null,
    });
  return source;
};
