import { ListTree, Pencil, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { aboveKeys } from '#renderer/features/evidence/evidence-commands.ts';
import { MentionedIn } from '#renderer/features/memos/mentioned-in.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { turnAt } from '#shared/text/turn-index.ts';
import { CodedHere } from './coded-here.tsx';
import { removeChosen } from './coding-actions.ts';
import styles from './coding-inspector.module.css';
import { CodingMemo } from './coding-memo.tsx';
import { useCodingState } from './coding-state.ts';
import { MarkButtons } from './mark-buttons.tsx';

const Definition = ({ code }: { readonly code: Code }) => {
  const parts = [
    ['Definition', code.definition],
    ['Include when', code.inclusion],
    ['Leave out when', code.exclusion],
    ['Typical example', code.typicalExample],
    ['Near miss', code.nearMiss],
  ].filter(([, text]) => text !== '');
  const go = useNavigation((navigation) => navigation.go);
  if (parts.length === 0)
    return (
      <p className={styles.quiet}>
        No definition yet.{' '}
        <Button kind="quiet" small onPress={() => go({ area: 'codebook', id: code.id })}>
          Define it
        </Button>
      </p>
    );
  return (
    <dl className={styles.definition}>
      {parts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
};

interface LookProps {
  readonly coding: Coding;
  readonly code: Code;
}

const LookedAt = ({ coding, code }: LookProps) => {
  const reading = useCall('sources.get', { id: coding.sourceId }).data;
  const coders = useCall('coders.list', {}).data;
  const coder = coders?.find((known) => known.id === coding.coderId)?.name;
  const turn = reading === undefined ? 0 : turnAt(reading.turns, coding.start) + 1;
  return (
    <section aria-label="Coding">
      <header className={styles.head}>
        <h2 className={styles.name}>
          <CodeChip code={code} />
        </h2>
        <IconButton
          icon={ListTree}
          label="What rests on this?"
          keys={aboveKeys}
          onPress={() => runCommand('evidence.above')}
        />
        <IconButton
          icon={Pencil}
          label="Recode"
          keys="r"
          onPress={() => useCodingState.setState({ picker: 'recode' })}
        />
        <IconButton
          icon={Trash2}
          label="Remove coding"
          keys="Delete"
          onPress={() => void removeChosen()}
        />
      </header>
      <p className={`${styles.quiet} figures`}>
        Turn {turn} · {coder} · {new Date(coding.createdAt).toLocaleDateString()}
      </p>
      <MarkButtons coding={coding} />
      <blockquote className={styles.quote}>
        {reading?.text.slice(coding.start, coding.end)}
      </blockquote>
      <CodingMemo key={coding.id} coding={coding} />
      <MentionedIn kind="coding" id={coding.id} />
      <Definition code={code} />
    </section>
  );
};

/** What is looked at in the coding workspace: a coding with its code, memo and neighbours. */
export const CodingInspector = () => {
  const sourceId = useCodingState((state) => state.sourceId);
  const active = useCodingState((state) => state.active);
  const selection = useCodingState((state) => state.selection);
  const codings = useCall(
    'codings.list',
    { sourceId: sourceId ?? '' },
    { enabled: sourceId !== null },
  ).data;
  const list = useCall('codes.list', {}).data;
  const codes = useMemo(() => new Map(list?.map((code) => [code.id, code])), [list]);
  const coding = codings?.find((known) => known.id === active);
  const code = coding === undefined ? undefined : codes.get(coding.codeId);
  const range = selection ?? coding;
  return (
    <div className={styles.inspector}>
      {coding !== undefined && code !== undefined ? <LookedAt coding={coding} code={code} /> : null}
      {range === undefined ? (
        <EmptyState title="Nothing chosen">
          Click coded words or a stripe, or press N for the next coding. Its code, memo and
          definition stand here.
        </EmptyState>
      ) : (
        <CodedHere range={range} codings={codings ?? []} codes={codes} />
      )}
    </div>
  );
};
