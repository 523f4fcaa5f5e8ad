import { FileX2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { counted, listed, quoted } from '#renderer/features/codebook/words.ts';
import { formatTime } from '#renderer/features/coding/format-time.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { patterns } from '#shared/model/document.ts';
import { choosePattern } from './import-actions.ts';
import { isIncluded, placedAs, placedSpeakers } from './import-entry.ts';
import styles from './import-file.module.css';
import { ImportSpeakers } from './import-speakers.tsx';
import { draftFiles, type ImportEntry, useImportState } from './import-state.ts';
import { PlaceFields } from './place-fields.tsx';

const none: readonly never[] = [];

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
  const listedPatterns = preview.alternatives.map((way) => ({
    id: way.pattern,
    name:
      way.pattern === 'none'
        ? way.name
        : `${way.name}: ${counted(way.speakers, 'speaker')}, ${counted(way.turns, 'turn')}`,
  }));
  const choices = [
    ...(preview.alternatives.some((way) => way.pattern === preview.pattern)
      ? []
      : [
          {
            id: preview.pattern,
            name: patternName(preview.pattern),
          },
        ]),
    ...listedPatterns,
    ...(preview.pattern === 'none' || preview.alternatives.some((way) => way.pattern === 'none')
      ? []
      : [{ id: 'none', name: patterns.none.name }]),
  ];
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

const patternName = (pattern: string): string =>
  pattern in patterns ? patterns[pattern as keyof typeof patterns].name : pattern;

const Found = ({ entry: { preview } }: { readonly entry: ImportEntry }) => (
  <p className={`${styles.found} figures`}>
    {[
      patternName(preview.pattern),
      preview.speakers.length === 0 ? 'no speakers' : counted(preview.speakers.length, 'speaker'),
      counted(preview.turns, 'turn'),
      preview.timedTurns === 0
        ? 'no times'
        : `${preview.timedTurns.toLocaleString()} ${preview.timedTurns === 1 ? 'turn' : 'turns'} with a time`,
      counted(preview.words, 'word'),
      ...(preview.encoding === null ? [] : [preview.encoding]),
    ].join(' · ')}
  </p>
);

const Sample = ({ entry }: { readonly entry: ImportEntry }) => {
  const { preview } = entry;
  const names = new Map(placedSpeakers(entry).map(({ label, as }) => [label, as]));
  const more = preview.turns - preview.sample.filter((turn) => turn.speaker !== null).length;
  return (
    <section aria-label="Preview" className={styles.preview}>
      <h3 className={styles.heading}>As it will be stored</h3>
      <ol className={styles.turns}>
        {preview.sample.map((turn, index) => (
          // Turns have nothing but their place to be told by.
          <li key={index} className={styles.turn}>
            <span className={`${styles.time} figures`}>
              {turn.startMs === null ? '' : formatTime(turn.startMs)}
            </span>
            <span className={styles.speaker}>
              {turn.speaker === null ? '' : (names.get(turn.speaker) ?? turn.speaker)}
            </span>
            <span className={styles.speech}>{turn.text}</span>
          </li>
        ))}
      </ol>
      {more > 0 && preview.speakers.length > 0 ? (
        <p className={styles.quiet}>and {counted(more, 'more turn')}</p>
      ) : null}
    </section>
  );
};

const NameField = ({ entry, name }: { readonly entry: ImportEntry; readonly name: string }) => {
  const [typed, setTyped] = useState<string | null>(null);
  const { token } = entry.preview;
  return (
    <TextField
      label="Name"
      value={typed ?? name}
      maxLength={200}
      onChange={setTyped}
      onBlur={() => {
        setTyped(null);
        if (typed !== null && typed.trim() !== '')
          draftFiles(new Set([token]), () => ({ name: typed.trim() }));
      }}
    />
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
          <NameField entry={entry} name={placed.name} />
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
