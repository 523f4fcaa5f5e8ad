import { memo, useEffect } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { Code } from '#shared/model/code.ts';
import type { Coding } from '#shared/model/coding.ts';
import { removeChosen } from './coding-actions.ts';
import styles from './coding-inspector.module.css';
import { useCodingState } from './coding-state.ts';
import { toggleImportant } from './mark-actions.ts';
import markStyles from './mark-buttons.module.css';
import { MarkSigns } from './mark-buttons.tsx';
import { lookAt } from './moves/coding-moves.ts';

/** More codings at one place than this are counted, not listed. */
const mostListed = 60;

interface RowProps {
  readonly coding: Coding;
  readonly code: Code;
  /** Who coded, where there are several. */
  readonly coder: string | undefined;
}

const hover = (id: string | null) => () => useCodingState.setState({ hovered: id });

const Note = ({ coding, coder }: Omit<RowProps, 'code'>) => (
  <span className={styles.coder}>
    <MarkSigns coding={coding} />
    {coder}
  </span>
);

const LookRow = memo(({ coding, code, coder }: RowProps) => {
  const isActive = useCodingState((state) => state.active === coding.id);
  return (
    <button
      type="button"
      className={styles.other}
      aria-current={isActive}
      onClick={() => lookAt(coding.id, { focus: false })}
      onPointerEnter={hover(coding.id)}
      onPointerLeave={hover(null)}
      onFocus={hover(coding.id)}
      onBlur={hover(null)}
    >
      <CodeChip code={code} />
      <Note coding={coding} coder={coder} />
    </button>
  );
});

const toggle = (id: string, on: boolean): void =>
  useCodingState.setState(({ chosen }) => ({
    chosen: on ? [...(chosen ?? []), id] : (chosen ?? []).filter((known) => known !== id),
  }));

const ChooseRow = ({ coding, code, coder }: RowProps) => {
  const isChosen = useCodingState((state) => state.chosen?.includes(coding.id) ?? false);
  return (
    <div className={styles.choose}>
      <Checkbox isSelected={isChosen} onChange={(on) => toggle(coding.id, on)}>
        <CodeChip code={code} />
      </Checkbox>
      <Note coding={coding} coder={coder} />
    </div>
  );
};

const ChosenActions = ({ ids }: { readonly ids: readonly string[] }) => {
  const chosen = useCodingState((state) => state.chosen) ?? [];
  const isNone = chosen.length === 0;
  return (
    <div className={styles.chosenActions} role="group" aria-label="With the chosen codings">
      <Button
        small
        isDisabled={chosen.length === ids.length}
        onPress={() => useCodingState.setState({ chosen: ids })}
      >
        Choose all
      </Button>
      <Button
        small
        isDisabled={isNone}
        onPress={() => useCodingState.setState({ picker: 'recode' })}
      >
        Recode
      </Button>
      <Button small isDisabled={isNone} onPress={() => void toggleImportant()}>
        Important
      </Button>
      <Button small isDisabled={isNone} onPress={() => void removeChosen()}>
        Remove
      </Button>
      <span className={styles.quiet} role="status">
        {chosen.length.toLocaleString()} chosen
      </span>
    </div>
  );
};

interface Props {
  readonly range: Pick<Coding, 'start' | 'end'>;
  readonly codings: readonly Coding[];
  readonly codes: ReadonlyMap<string, Code>;
}

/**
 * All codings that share words with the selection, or with the coding looked at, whatever the filter
 * of the transcript says. That one stays in the list, so that the focus stays where it was when
 * another is chosen. Several can be chosen and recoded, marked or removed at once.
 */
export const CodedHere = ({ range, codings, codes }: Props) => {
  const active = useCodingState((state) => state.active);
  // Below the coding looked at, if there is one, else the first heading of the pane.
  const Heading = codings.some((coding) => coding.id === active) ? 'h3' : 'h2';
  const isChoosing = useCodingState((state) => state.chosen !== null);
  const coders = useCall('coders.list', {}).data;
  useEffect(
    () => () => useCodingState.setState({ chosen: null }),
    // What was chosen is chosen at this place only.
    [range.start, range.end],
  );
  const here = codings.filter((coding) => coding.start < range.end && coding.end > range.start);
  if (here.length === 0 && Heading === 'h2')
    return (
      <EmptyState title="Not coded yet">
        Press / to choose a code for the words selected.
      </EmptyState>
    );
  if (here.every((coding) => coding.id === active)) return null;
  const coderOf = (coding: Coding): string | undefined =>
    coders !== undefined && coders.length > 1
      ? coders.find((known) => known.id === coding.coderId)?.name
      : undefined;
  const Row = isChoosing ? ChooseRow : LookRow;
  return (
    <section aria-label="Coded here">
      <div className={styles.head}>
        <Heading className={`${styles.heading} ${styles.name}`}>Coded here</Heading>
        <ToggleButton
          className={markStyles.mark ?? ''}
          isSelected={isChoosing}
          onChange={(on) => useCodingState.setState({ chosen: on ? [] : null })}
        >
          Choose several
        </ToggleButton>
      </div>
      {isChoosing ? <ChosenActions ids={here.map(({ id }) => id)} /> : null}
      <ul>
        {here.slice(0, mostListed).map((coding) => {
          const code = codes.get(coding.codeId);
          return code === undefined ? null : (
            <li key={coding.id}>
              <Row coding={coding} code={code} coder={coderOf(coding)} />
            </li>
          );
        })}
      </ul>
      {here.length > mostListed ? (
        <p className={styles.quiet}>and {(here.length - mostListed).toLocaleString()} more</p>
      ) : null}
    </section>
  );
};
