import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { WordDiff } from '#renderer/ui/word-diff.tsx';
import type { VersionedKind } from '#shared/contract/history.ts';
import type { Version } from '#shared/model/change.ts';
import styles from './record-history.module.css';
import { useNames } from './use-names.ts';
import { entriesOf, type VersionEntry } from './versions.ts';
import { fieldName, setKinds, valueWords } from './words.ts';

/** How many saves are read at first, and at most. */
const [few, most] = [60, 1000];

const whenFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const summaryOf = ({ version, before, fields }: VersionEntry): string => {
  const { operation, setKind } = version;
  if (operation === 'delete') return `${setKinds[setKind]}deleted`;
  if (before === null) return 'Made';
  const names = fields.flatMap((field) => fieldName(field) ?? []);
  return `${setKinds[setKind]}${names.join(', ')}`;
};

interface EntryProps {
  readonly entry: VersionEntry;
  readonly isNow: boolean;
  readonly onRestore: () => void;
}

const Entry = ({ entry, isNow, onRestore }: EntryProps) => {
  const names = useNames();
  const { version, before, fields } = entry;
  const when = whenFormat.format(new Date(version.at));
  const shown = fields.flatMap((field) => {
    const name = fieldName(field);
    const [was, is] = [
      before === null ? '' : valueWords(field, before[field], names),
      valueWords(field, version.record[field], names),
    ];
    return name === undefined || was === is || field === 'position' ? [] : [{ name, was, is }];
  });
  return (
    <li className={styles.version}>
      <p>{summaryOf(entry)}</p>
      <p className={styles.when}>
        <time dateTime={version.at}>{when}</time>
        {version.coderName === null ? '' : `, ${version.coderName}`}
        {isNow ? ', as it is now' : ''}
      </p>
      {version.operation === 'delete' ? null : (
        <dl className={styles.fields}>
          {shown.map(({ name, was, is }) => (
            <div key={name}>
              <dt className={shown.length === 1 && before !== null ? 'visually-hidden' : ''}>
                {name}
              </dt>
              <dd>{before === null ? is : <WordDiff before={was} after={is} />}</dd>
            </div>
          ))}
        </dl>
      )}
      {isNow ? null : (
        <Button small onPress={onRestore} aria-label={`Restore the version of ${when}`}>
          Restore this version
        </Button>
      )}
    </li>
  );
};

interface Props {
  readonly kind: VersionedKind;
  readonly id: string;
  /** The fields that restoring gives back, as they are now. */
  readonly now: Readonly<Record<string, string | number>>;
}

const isAsNow = ({ record }: Version, now: Props['now']): boolean =>
  Object.entries(now).every(([field, value]) => record[field] === value);

const Versions = ({ kind, id, now }: Props) => {
  const [limit, setLimit] = useState(few);
  const versions = useCall('history.ofRecord', { kind, id, limit }, { keepPrevious: true });
  if (versions.isError)
    return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  if (versions.data === undefined) return <Skeleton lines={3} />;
  const goesOn = versions.data.length === limit;
  const restore = (entry: VersionEntry): void => {
    const { changeSetId, at } = entry.version;
    void edit(
      'history.restore',
      { kind, id, changeSetId },
      { toast: `Restored the version of ${whenFormat.format(new Date(at))}` },
    );
  };
  return (
    <>
      <ol className={styles.versions}>
        {entriesOf(versions.data, goesOn && limit < most).map((entry) => (
          <Entry
            key={entry.version.changeSetId}
            entry={entry}
            isNow={isAsNow(entry.version, now)}
            onRestore={() => restore(entry)}
          />
        ))}
      </ol>
      {goesOn && limit < most ? (
        <div>
          <Button small isDisabled={versions.isFetching} onPress={() => setLimit(most)}>
            Show earlier versions
          </Button>
        </div>
      ) : null}
    </>
  );
};

/** What a record was before: who changed what and when, word by word, each version to be restored. */
export const RecordHistory = (props: Props) => {
  const [open, setOpen] = useState(false);
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <button
        type="button"
        id={headingId}
        className={styles.toggle}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden />
        History of this {props.kind}
      </button>
      {open ? <Versions {...props} /> : null}
    </section>
  );
};
