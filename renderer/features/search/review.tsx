import { memo, useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { WindowedList } from '#renderer/ui/windowed-list.tsx';
import { quoted } from '#renderer/ui/words.ts';
import type { Proposal } from '#shared/contract/autocoding.ts';
import styles from './auto-code.module.css';
import { ExtentField } from './auto-code-fields.tsx';
import { useAutoCodeState } from './auto-code-state.ts';
import { isThere, type NamedCode } from './proposed-codes.ts';
import { mostProposals, type useProposals } from './use-proposals.ts';

interface Row {
  readonly index: number;
  readonly proposal: Proposal;
  readonly code: NamedCode | undefined;
  readonly there: boolean;
  readonly on: boolean;
}

const ProposalRow = memo(({ proposal, code, there, on }: Omit<Row, 'index'>) => (
  <div className={styles.proposal} data-on={on && !there} data-there={there}>
    <span className={styles.tick} aria-hidden>
      {on && !there ? '✓' : ''}
    </span>
    <span className={styles.about}>
      <span className={`${styles.place} figures`}>
        {proposal.sourceName}, turn {proposal.turn}
        {proposal.speaker === null ? '' : `, ${proposal.speaker}`}
        {proposal.question === null
          ? ''
          : `, after ${quoted(proposal.question.words)} (${Math.round(proposal.question.likeness * 100)} %)`}
      </span>
      <span className={styles.state}>
        {there ? 'Already coded so' : on ? code?.name : 'Put aside'}
      </span>
    </span>
    <span className={styles.context} title={`${proposal.left}${proposal.words}${proposal.right}`}>
      <span className={styles.before}>
        <bdi>{proposal.left.slice(-40)}</bdi>
      </span>
      <mark className={styles.words}>{proposal.words}</mark>
      {proposal.right}
    </span>
  </div>
));

const keyOf = ({ index }: Row): string => String(index);

interface CodesProps {
  /** What each code is for: a label or a question; one without words for a search. */
  readonly keys: readonly string[];
  readonly codes: readonly NamedCode[];
  readonly onName: (index: number, name: string) => void;
}

/** Which code each label or question gets: one that is there or a new one. */
const Codes = ({ keys, codes, onName }: CodesProps) => {
  const names = useCall('codes.list', {}).data?.map(({ name }) => name);
  return (
    <div className={styles.codes}>
      {keys.map((key, index) => (
        <ComboBox
          key={key}
          autoFocus={key === ''}
          label={key === '' ? 'Code with' : `Code for ${quoted(key)}`}
          choices={[...new Set(names)]}
          value={codes[index]?.name ?? ''}
          onCommit={(name) => onName(index, name)}
          placeholder="Choose a code or type a new one"
          description={
            codes[index]?.id === null && codes[index]?.name !== '' ? 'A new code' : undefined
          }
        />
      ))}
    </div>
  );
};

interface Props extends CodesProps {
  readonly proposed: ReturnType<typeof useProposals>;
}

const toggle = (index: number): void =>
  useAutoCodeState.setState(({ off }) => {
    const next = new Set(off);
    if (!next.delete(index)) next.add(index);
    return { off: next };
  });

/** Everything that would be coded, each in its context, to be put aside one by one. */
export const Review = ({ proposed, codes, ...props }: Props) => {
  const { list, proposals, isWhole } = proposed;
  const { off, by } = useAutoCodeState();
  const rows = useMemo(
    () =>
      proposals.map(
        (proposal, index): Row => ({
          index,
          proposal,
          code: codes[proposal.of],
          there: isThere(proposal, codes),
          on: !off.has(index),
        }),
      ),
    [proposals, codes, off],
  );
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <Skeleton lines={10} />;
  if (proposals.length === 0 && isWhole)
    return (
      <EmptyState title="Nothing to code">
        {by === 'question'
          ? 'No interviewer asks anything like these questions here. Go back and loosen how like they must be.'
          : 'Nothing here is as you asked. Go back and choose something else.'}
      </EmptyState>
    );
  const all = off.size === 0;
  return (
    <div className={styles.review}>
      <div className={styles.settings}>
        <Codes {...props} codes={codes} />
        {by === 'search' ? <ExtentField /> : null}
      </div>
      <div className={styles.bar}>
        <Checkbox
          isSelected={all}
          isIndeterminate={!all && off.size < proposals.length}
          onChange={(on) =>
            useAutoCodeState.setState({
              off: on ? new Set() : new Set(proposals.map((_, index) => index)),
            })
          }
        >
          All passages
        </Checkbox>
        {proposals.length === mostProposals ? (
          <span className={styles.faint}>
            Only the first {mostProposals.toLocaleString()} are shown. Code them, then the rest.
          </span>
        ) : null}
      </div>
      <div className={styles.proposals}>
        <WindowedList
          label="Passages to code: Space puts one aside"
          rows={rows}
          rowHeight={rowHeight() * 2}
          keyOf={keyOf}
          isChosen={(index) => rows[index]?.on === true && !rows[index].there}
          canChoose={(index) => rows[index]?.there === false}
          onToggle={toggle}
        >
          {({ proposal, code, there, on }) => (
            <ProposalRow proposal={proposal} code={code} there={there} on={on} />
          )}
        </WindowedList>
      </div>
    </div>
  );
};
