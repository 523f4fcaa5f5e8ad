import { FileX2, TriangleAlert } from 'lucide-react';
import { useCall } from '#renderer/client/queries.ts';
import { formatTime } from '#renderer/features/coding/transcript/format-time.ts';
import { NameField } from '#renderer/features/library/name-field.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { counted, listed, quoted } from '#renderer/ui/words.ts';
import { choosePattern } from './import-actions.ts';
import { isIncluded, placedAs, placedSpeakers } from './import-entry.ts';
import styles from './import-file.module.css';
import { ImportSpeakers } from './import-speakers.tsx';
import { draftFiles, type ImportEntry, useImportState } from './import-state.ts';
import { encodingName, patternName, speakersIn } from './import-words.ts';
import { PlaceFields } from './place-fields.tsx';

const none: readonly never[] = [];

/** How much of a turn its preview has at most, in UTF-16 code units. */
const sampleLength = 600;

const Refused = ({ entry: { preview } }: { readonly entry: ImportEntry }) => (
  <div className={styles.refused}>
    <FileX2 size={18} aria-hidden />
    <div>
      <p className={styles.strong}>This file cannot be imported</p>
      <p>{preview.error?.message}</p>
      <p className={styles.quiet}>
        The other files are not affected. Leave it here; it is not imported.
      </p>
    </div>
  </div>
);

const Include = ({ entry }: { readonly entry: ImportEntry }) => {
  const { preview } = entry;
  const isDuplicate = preview.status === 'duplicate';
  return (
    <div className={isDuplicate ? styles.duplicate : undefined}>
      {isDuplicate ? (
        <p>
          The same file is in the project already, as {listed(preview.duplicateOf.map(quoted))}. It
          is not imported again unless you ask for it.
        </p>
      ) : null}
      <Checkbox
        isSelected={isIncluded(entry)}
        onChange={(include) => draftFiles(new Set([preview.token]), () => ({ include }))}
      >
        {isDuplicate ? 'Import anyway' : 'Import this file'}
      </Checkbox>
    </div>
  );
};

const Warnings = ({ entry: { preview } }: { readonly entry: ImportEntry }) =>
  preview.warnings.length === 0 ? null : (
    <ul className={styles.warnings} aria-label="Warnings">
      {preview.warnings.map((warning, index) => (
        // Warnings have nothing but their place to be told by.
        <li key={`${warning.code} ${index}`}>
          <TriangleAlert size={14} aria-hidden />
          {warning.message}
        </li>
      ))}
    </ul>
  );

const PatternChoice = ({ entry }: { readonly entry: ImportEntry }) => {
  const { preview } = entry;
  const isReading = useImportState((state) => state.rereading.has(preview.token));
  const current = {
    pattern: preview.pattern,
    speakers: preview.speakers.length,
    turns: preview.turns,
  };
  const ways = [
    current,
    ...preview.alternatives.filter((way) => way.pattern !== preview.pattern),
    ...(preview.alternatives.some((way) => way.pattern === 'none')
      ? []
      : [{ pattern: 'none', speakers: 0, turns: 0 }]),
  ];
  const choices = [...new Map(ways.map((way) => [way.pattern, way])).values()].map((way) => ({
    id: way.pattern,
    name:
      way.pattern === 'none'
        ? patternName(way.pattern)
        : `${patternName(way.pattern)}: ${speakersIn(way.speakers)}, ${counted(way.turns, 'turn')}`,
  }));
  return (
    <Select
      label="How speakers are told apart"
      choices={choices}
      value={preview.pattern}
      isDisabled={isReading}
      onChange={(pattern) => void choosePattern(preview.token, pattern)}
    />
  );
};

const sentence = (facts: readonly string[]): string => {
  const words = facts.join(' · ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const Found = ({ entry: { preview } }: { readonly entry: ImportEntry }) => (
  <p className={`${styles.found} figures`}>
    {sentence([
      ...(preview.pattern === 'none' ? [] : [patternName(preview.pattern)]),
      speakersIn(preview.speakers.length),
      counted(preview.turns, 'turn'),
      preview.timedTurns === 0
        ? 'no times'
        : `${preview.timedTurns.toLocaleString()} ${preview.timedTurns === 1 ? 'turn' : 'turns'} with a time`,
      counted(preview.words, 'word'),
      ...(preview.encoding === null ? [] : [`encoding ${encodingName(preview.encoding)}`]),
    ])}
  </p>
);

const Sample = ({ entry }: { readonly entry: ImportEntry }) => {
  const { preview } = entry;
  const names = new Map(placedSpeakers(entry).map(({ label, as }) => [label, as]));
  const more = preview.turns - preview.sample.filter((turn) => turn.speaker !== null).length;
  return (
    <section aria-label="Preview" className={styles.preview}>
      <h3 className={styles.heading}>As it will be stored</h3>
      <ol
        className={styles.turns}
        data-times={preview.sample.some((turn) => turn.startMs !== null)}
        data-speakers={preview.speakers.length > 0}
      >
        {preview.sample.map((turn, index) => (
          // Turns have nothing but their place to be told by.
          <li key={index} className={styles.turn}>
            <span className={`${styles.time} figures`}>
              {turn.startMs === null ? '' : formatTime(turn.startMs)}
            </span>
            <span className={styles.speaker}>
              {turn.speaker === null ? '' : (names.get(turn.speaker) ?? turn.speaker)}
            </span>
            <span className={styles.speech}>
              {turn.text.length < sampleLength ? turn.text.trim() : `${turn.text.trim()} …`}
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && preview.speakers.length > 0 ? (
        <p className={styles.quiet}>and {counted(more, 'more turn')}</p>
      ) : null}
    </section>
  );
};

/** One file: what was found in it, what it will be stored as, and its first turns. */
export const ImportFileDetails = ({ entry }: { readonly entry: ImportEntry }) => {
  const { preview } = entry;
  const groups = useCall('groups.list', {}).data ?? none;
  const timePoints = useCall('timePoints.list', {}).data ?? none;
  const placed = placedAs(entry, { groups, timePoints });
  const tokens = new Set([preview.token]);
  return (
    <div className={styles.details}>
      <header>
        <h2 className={styles.title}>{preview.file}</h2>
        {preview.folder === '' ? null : <p className={styles.quiet}>in {preview.folder}</p>}
      </header>
      {preview.status === 'refused' ? (
        <Refused entry={entry} />
      ) : (
        <>
          <Include entry={entry} />
          <NameField
            label="Name"
            value={placed.name}
            onSave={(name) => draftFiles(tokens, () => ({ name }))}
          />
          <PlaceFields value={placed} onChange={(change) => draftFiles(tokens, () => change)} />
          <section aria-label="What was found" className={styles.section}>
            <h3 className={styles.heading}>Found in this file</h3>
            <Found entry={entry} />
            <Warnings entry={entry} />
            <PatternChoice entry={entry} />
          </section>
          <ImportSpeakers entry={entry} />
          <Sample entry={entry} />
        </>
      )}
    </div>
  );
};
