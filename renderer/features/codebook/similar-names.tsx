import { useEffect, useMemo, useRef, useState } from 'react';
import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted, listed, quoted } from '#renderer/ui/words.ts';
import type { Code, CodeUse } from '#shared/model/code.ts';
import { noneLikeThat } from './code-filters.ts';
import { codePaths } from './code-rows.ts';
import { keepApart, mergeSimilar } from './codebook-actions.ts';
import { codesOutside } from './codebook-data.ts';
import { showCodes } from './codebook-state.ts';
import styles from './similar-names.module.css';

/** How many groups are drawn before more are asked for. */
const pageSize = 50;

/** A code with what helps to tell whether it means the same as another. */
interface Entry {
  readonly code: Code;
  readonly use: CodeUse;
  readonly path: readonly string[];
}

/** The most used code, which is the likeliest to stay; one that another is nested in counts first. */
const likeliest = (group: readonly Entry[]): string => {
  const [best] = group.toSorted(
    (a, b) => b.use.codings - a.use.codings || a.path.length - b.path.length,
  );
  return best?.code.id ?? '';
};

const CodeAbout = ({ entry: { code, use, path } }: { readonly entry: Entry }) => (
  <>
    <Text slot="description" className={styles.about ?? ''}>
      {path.length === 0 ? '' : `in ${path.join(' › ')}, `}
      {use.codings === 0
        ? 'not used yet'
        : `${counted(use.codings, 'coding')} in ${counted(use.sources, 'source')}`}
    </Text>
    <p className={`${styles.about} ${styles.words}`}>
      {code.definition.trim() === '' ? 'No definition' : code.definition}
    </p>
  </>
);

interface GroupProps {
  readonly group: readonly Entry[];
  readonly codes: readonly Code[];
  /** Called as the group is about to be dealt with, and where that failed. */
  readonly onLeave: (leaves: boolean) => void;
}

const Group = ({ group, codes, onLeave }: GroupProps) => {
  const [chosen, setChosen] = useState<string | null>(null);
  const ids = group.map(({ code }) => code.id);
  const stays = chosen !== null && ids.includes(chosen) ? chosen : likeliest(group);
  const going = ids.filter((id) => id !== stays);
  // What is nested in one that goes cannot be what stays.
  const canMerge = codesOutside(codes, going).some((code) => code.id === stays);
  const finish = async (work: () => Promise<boolean>): Promise<void> => {
    onLeave(true);
    if (!(await work())) onLeave(false);
  };
  return (
    <section
      className={styles.group}
      aria-label={`Similar names: ${listed(group.map(({ code }) => code.name))}`}
      data-similar
    >
      <RadioGroup className={styles.codes ?? ''} value={stays} onChange={setChosen}>
        <Label className={styles.legend ?? ''}>Code that stays</Label>
        {group.map((entry) => (
          <RadioField key={entry.code.id} value={entry.code.id} className={styles.code ?? ''}>
            <RadioButton className={styles.radio ?? ''}>
              <span className={styles.dot} />
              <CodeSwatch colour={entry.code.colour} />
              <span className={styles.name}>{entry.code.name}</span>
            </RadioButton>
            <CodeAbout entry={entry} />
            {group.length === 2 ? null : (
              <span className={styles.apart}>
                <Button
                  kind="quiet"
                  small
                  aria-label={`Keep ${entry.code.name} apart`}
                  onPress={() => void keepApart(ids, entry.code.id)}
                >
                  Keep this one apart
                </Button>
              </span>
            )}
          </RadioField>
        ))}
      </RadioGroup>
      <div className={styles.actions}>
        <Button isDisabled={!canMerge} onPress={() => void finish(() => mergeSimilar(ids, stays))}>
          {group.length === 2 ? 'Merge the other into it' : 'Merge the others into it'}
        </Button>
        <Button kind="quiet" onPress={() => void finish(() => keepApart(ids))}>
          {group.length === 2 ? 'Keep both' : 'Keep all'}
        </Button>
      </div>
      {canMerge ? null : (
        <p className={styles.lead}>
          {quoted(codes.find((code) => code.id === stays)?.name ?? '')} is nested in one that would
          go. Choose another, or move it out first.
        </p>
      )}
    </section>
  );
};

/** Puts the focus on the group that is now where one was, or on the last. */
const focusGroup = (page: HTMLElement | null, index: number): void => {
  const groups = page?.querySelectorAll<HTMLElement>('[data-similar]') ?? [];
  const next = groups[Math.min(index, groups.length - 1)];
  const radio = next?.querySelector<HTMLElement>('input[type=radio]:checked');
  (radio ?? page)?.focus();
};

interface Props {
  readonly codes: readonly Code[];
  readonly use: readonly CodeUse[];
}

/** Codes whose names may mean the same, side by side: to be merged, or kept apart for good. */
export const SimilarNames = ({ codes, use }: Props) => {
  const similar = useCall('codes.similar', {});
  const [shown, setShown] = useState(pageSize);
  const page = useRef<HTMLDivElement>(null);
  /** The place of the group that is being dealt with; the next one there gets the focus. */
  const leaving = useRef<number | null>(null);
  const groups = useMemo(() => {
    const byId = new Map(codes.map((code) => [code.id, code]));
    const uses = new Map(use.map((entry) => [entry.codeId, entry]));
    const paths = codePaths(codes);
    return (similar.data ?? [])
      .map((ids) =>
        ids.flatMap((id): readonly Entry[] => {
          const code = byId.get(id);
          const counts = uses.get(id) ?? { codeId: id, codings: 0, sources: 0 };
          return code === undefined ? [] : [{ code, use: counts, path: paths.get(id) ?? [] }];
        }),
      )
      .filter((group) => group.length > 1);
  }, [similar.data, codes, use]);
  useEffect(() => {
    if (leaving.current === null) return;
    focusGroup(page.current, leaving.current);
    leaving.current = null;
  }, [groups]);
  if (similar.isError)
    return <ErrorState error={similar.error} onRetry={() => void similar.refetch()} />;
  if (similar.data === undefined) return <Skeleton lines={10} />;
  return (
    <div ref={page} className={styles.page} tabIndex={-1} data-pane-focus>
      {groups.length === 0 ? (
        <EmptyState
          title={noneLikeThat.similar}
          action={<Button onPress={() => showCodes('all')}>Show all codes</Button>}
        >
          Names that differ by case, endings, order of words or a slip of the keys would stand here.
        </EmptyState>
      ) : (
        <p className={styles.lead} role="status">
          {counted(groups.length, 'group')} of similar names. What is kept apart is not asked about
          again.
        </p>
      )}
      {groups.slice(0, shown).map((group, index) => (
        <Group
          key={group.map(({ code }) => code.id).join(' ')}
          group={group}
          codes={codes}
          onLeave={(leaves) => {
            leaving.current = leaves ? index : null;
          }}
        />
      ))}
      {groups.length > shown ? (
        <div>
          <Button onPress={() => setShown(shown + pageSize)}>
            Show {counted(Math.min(pageSize, groups.length - shown), 'more group')}
          </Button>
        </div>
      ) : null}
    </div>
  );
};
