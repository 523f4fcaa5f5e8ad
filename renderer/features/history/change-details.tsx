import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { WordDiff } from '#renderer/ui/word-diff.tsx';
import type { Change, ChangeSet } from '#shared/model/change.ts';
import styles from './history.module.css';
import { useNames } from './use-names.ts';
import { type FieldWords, fieldsOf, isMove, type Names, titleOf } from './words.ts';

/** How many changes are shown at first, and at most. */
const [few, most] = [20, 1000];
/** From how many characters on a value is cut until it is asked for. */
const cutFrom = 320;

const Value = ({ words }: { readonly words: string }) => {
  const [isWhole, setWhole] = useState(false);
  if (words.length <= cutFrom || isWhole) return <>{words}</>;
  return (
    <>
      {words.slice(0, cutFrom).trimEnd()}…{' '}
      <button type="button" className={styles.more} onClick={() => setWhole(true)}>
        Show all
      </button>
    </>
  );
};

const Field = ({ field }: { readonly field: FieldWords }) => (
  <div>
    <dt>{field.name}</dt>
    <dd>
      {field.before !== '' && field.after !== '' ? (
        <WordDiff before={field.before} after={field.after} />
      ) : field.before === '' ? (
        <Value words={field.after} />
      ) : (
        <del>
          <span className="visually-hidden">before: </span>
          <Value words={field.before} />
        </del>
      )}
    </dd>
  </div>
);

interface ItemProps {
  readonly change: Change;
  readonly names: Names;
}

const Item = ({ change, names }: ItemProps) => {
  const fields = fieldsOf(change, names);
  return (
    <li>
      <p className={styles.what}>{titleOf(change, names)}</p>
      {change.before === null && change.after === null ? (
        <p className={styles.note}>What it held was removed from the record for good.</p>
      ) : null}
      {fields.length === 0 ? null : (
        <dl className={styles.fields}>
          {fields.map((field) => (
            <Field key={field.name} field={field} />
          ))}
        </dl>
      )}
    </li>
  );
};

/**
 * Codings and turns that an edit of a text moved along: they come last, and all that is left after
 * the first of them is of their kind.
 */
const movedAlong = (changes: readonly Change[], left: number): number => {
  if (!changes.some(({ kind, operation }) => kind === 'source_text' && operation === 'edit'))
    return 0;
  const moved = changes.filter(isMove).length;
  const last = changes.at(-1);
  return moved + (last !== undefined && isMove(last) ? left : 0);
};

/** What one step changed, record by record, in people's words. */
export const ChangeDetails = ({ set }: { readonly set: ChangeSet }) => {
  const [limit, setLimit] = useState(few);
  const names = useNames();
  const changes = useCall('history.changes', { id: set.id, limit }, { keepPrevious: true });
  if (changes.isError) return <ErrorState error={changes.error} />;
  if (changes.data === undefined) return <Skeleton lines={3} />;
  const missing = set.changes - changes.data.length;
  const moved = movedAlong(changes.data, missing);
  const told = moved === 0 ? changes.data : changes.data.filter((change) => !isMove(change));
  const left = set.changes - told.length - moved;
  return (
    <ol className={styles.changes}>
      {told.map((change) => (
        <Item key={change.seq} change={change} names={names} />
      ))}
      {moved === 0 ? null : (
        <li>
          <p className={styles.what}>
            {moved.toLocaleString()} codings and turns moved with the words
          </p>
        </li>
      )}
      {left <= 0 ? null : (
        <li>
          {limit === most ? (
            `and ${left.toLocaleString()} more`
          ) : (
            <Button small isDisabled={changes.isFetching} onPress={() => setLimit(most)}>
              Show {Math.min(left, most - few).toLocaleString()} more
            </Button>
          )}
        </li>
      )}
    </ol>
  );
};
