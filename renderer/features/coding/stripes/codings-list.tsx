import { useMemo } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { useCodingState } from '#renderer/features/coding/coding-state.ts';
import { lookAt } from '#renderer/features/coding/moves/coding-moves.ts';
import {
  focusReading,
  speechElementId,
  transcriptElement,
} from '#renderer/features/coding/transcript/transcript-dom.ts';
import menuStyles from '#renderer/ui/select.module.css';
import { counted } from '#renderer/ui/words.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Coding } from '#shared/model/coding.ts';
import { CategorySwatch } from './category-swatch.tsx';
import styles from './codings-list.module.css';
import { type CodingBar, codingBars, type Drawn, describeBar } from './stripe-bars.ts';
import { useMemoed } from './stripes.tsx';
import { useStripesState } from './stripes-state.ts';

interface Props {
  readonly reading: Reading;
  /** Those that are shown, by place. */
  readonly codings: readonly Coding[];
  readonly drawn: Drawn;
}

/** More than this are counted, not listed: a filter narrows them. */
const mostListed = 200;

const List = ({ turn, reading, codings, drawn }: Props & { readonly turn: number }) => {
  const memoed = useMemoed(reading.source.id);
  const active = useCodingState((state) => state.active);
  const place = reading.turns[turn];
  const here = useMemo(
    () =>
      place === undefined
        ? []
        : codings.filter((coding) => coding.start < place.end && coding.end > place.start),
    [codings, place],
  );
  const bars = useMemo(() => codingBars(here, drawn), [here, drawn]);
  const choose = ({ members }: CodingBar): void => {
    const at = members.findIndex((coding) => coding.id === active);
    const next = members[(at + 1) % members.length];
    useStripesState.setState({ listing: null });
    if (next !== undefined) lookAt(next.id);
  };
  const title = `Turn ${turn + 1}: ${here.length === 0 ? 'nothing is coded' : counted(here.length, 'coding')}`;
  return (
    <Menu className={`${menuStyles.list} ${styles.list}`} aria-label={title} autoFocus="first">
      <MenuSection>
        <Header className={styles.note ?? ''}>{title}</Header>
        {bars.slice(0, mostListed).map((bar) => (
          <MenuItem
            key={bar.members[0]?.id}
            id={bar.members[0]?.id ?? ''}
            className={menuStyles.item ?? ''}
            textValue={describeBar(bar, memoed)}
            onAction={() => choose(bar)}
          >
            <CategorySwatch category={bar.category ?? { colour: null, letter: '+' }} />
            <span className={styles.name}>{describeBar(bar, memoed)}</span>
          </MenuItem>
        ))}
      </MenuSection>
      {bars.length > mostListed ? (
        <MenuSection>
          <Header className={styles.note ?? ''}>
            and {(bars.length - mostListed).toLocaleString()} more; a filter narrows them
          </Header>
        </MenuSection>
      ) : null}
    </Menu>
  );
};

/** The "+n" of a turn, else its words: beside it the list opens. */
const anchorOf = (turn: number): Element | null =>
  transcriptElement()?.querySelector(`[data-stack="${turn}"]`) ??
  document.getElementById(speechElementId(turn));

/** All codings of a turn by name, to go to one of them: opened by key, or from a "+n". */
export const CodingsList = (props: Props) => {
  const turn = useStripesState((state) => state.listing);
  const anchor = useMemo(() => ({ current: turn === null ? null : anchorOf(turn) }), [turn]);
  if (turn === null) return null;
  return (
    <Popover
      className={`${menuStyles.popover} ${styles.popover}`}
      aria-label="Codings of the turn"
      triggerRef={anchor}
      isOpen
      placement="bottom end"
      onOpenChange={(open) => {
        if (open) return;
        useStripesState.setState({ listing: null });
        focusReading(useCodingState.getState().turn);
      }}
    >
      <List {...props} turn={turn} />
    </Popover>
  );
};
