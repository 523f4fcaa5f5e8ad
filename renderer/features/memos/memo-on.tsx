import { useCall } from '#renderer/client/queries.ts';
import { Mention } from '#renderer/editor/mention.tsx';
import type { Memo } from '#shared/model/memo.ts';
import { linkUrl, quotedFrom } from '#shared/text/links.ts';
import { goToTarget } from './memo-actions.ts';
import styles from './memos.module.css';

type Props = Pick<Memo, 'id' | 'targetKind' | 'targetId' | 'start'>;

/** The words that a memo is on, and the way to them. */
const OnWords = ({ memo }: { readonly memo: Props }) => {
  const { targetKind, targetId, id } = memo;
  const link =
    targetKind === 'coding' && targetId !== null
      ? ({ kind: 'coding', id: targetId } as const)
      : ({ kind: 'memo', id } as const);
  const words = useCall('passages.get', link).data;
  const codes = useCall('codes.list', {}).data;
  if (words === undefined) return null;
  if (words === null) return <p className={styles.quiet}>On words that are no longer there.</p>;
  const code = codes?.find((known) => known.id === words.codeId);
  return (
    <div className={styles.onWords}>
      <blockquote>{words.text}</blockquote>
      <p className={styles.onLine}>
        <button type="button" className={styles.place} onClick={() => void goToTarget(memo)}>
          {quotedFrom(words)}
        </button>
        {code === undefined ? null : (
          <Mention url={linkUrl({ kind: 'code', id: code.id })} text={code.name} />
        )}
      </p>
    </div>
  );
};

/** What a memo is on, and the way there. */
export const MemoOn = ({ memo }: { readonly memo: Props }) => {
  const { targetKind, targetId, start } = memo;
  if (targetKind === 'project' || targetId === null)
    return <p className={styles.quiet}>An entry of the journal, on no single record.</p>;
  if (targetKind === 'coding' || start !== null) return <OnWords memo={memo} />;
  return (
    <p>
      <Mention url={linkUrl({ kind: targetKind, id: targetId })} text="what it was on" />
    </p>
  );
};
