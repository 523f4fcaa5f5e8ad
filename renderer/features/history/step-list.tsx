import { type RefObject, useEffect, useRef } from 'react';
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxLoadMoreItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { rowHeight } from '#renderer/ui/row-height.ts';
import type { ChangeSet } from '#shared/model/change.ts';
import styles from './history.module.css';
import { chooseStep } from './history-actions.ts';
import { useHistoryState } from './history-state.ts';
import type { Day } from './use-steps.ts';
import { setKinds, setStates } from './words.ts';

/** How much higher than a row the head of a day is, in CSS pixels. */
const headExtra = 12;

const timeFormat = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

const Step = ({ set }: { readonly set: ChangeSet }) => {
  const time = timeFormat.format(new Date(set.at));
  const label = `${setKinds[set.kind]}${set.label}`;
  const state = setStates[set.state];
  return (
    <ListBoxItem
      id={set.id}
      className={styles.row ?? ''}
      textValue={[label, state, set.coderName, time].filter(Boolean).join(', ')}
      data-state={set.state}
    >
      <time dateTime={set.at} className="figures">
        {time}
      </time>
      <span className={styles.label}>{label}</span>
      <span className={styles.note}>{state}</span>
      <span className={styles.coder}>{set.coderName}</span>
    </ListBoxItem>
  );
};

/** How far down the list a step is, in CSS pixels; null where it is not listed. */
const offsetOf = (days: readonly Day[], id: string): number | null => {
  const height = rowHeight();
  let top = 0;
  for (const { steps } of days) {
    top += height + headExtra;
    const at = steps.findIndex((set) => set.id === id);
    if (at !== -1) return top + at * height;
    top += steps.length * height;
  }
  return null;
};

const scrollTo = (list: HTMLElement, top: number): void => {
  if (top < list.scrollTop || top + 2 * rowHeight() > list.scrollTop + list.clientHeight)
    list.scrollTop = Math.max(0, top - list.clientHeight / 3);
};

/** Brings the step that was asked for into sight and gives it the focus, once it is listed. */
const useReveal = (list: RefObject<HTMLDivElement | null>, days: readonly Day[]): void => {
  const reveal = useHistoryState((state) => state.reveal);
  useEffect(() => {
    const element = list.current;
    const top = reveal === null ? null : offsetOf(days, reveal);
    if (reveal === null || element === null || top === null) return undefined;
    scrollTo(element, top);
    // Its row is drawn a frame after the list was scrolled.
    const timer = setInterval(() => {
      const row = element.querySelector<HTMLElement>(`[data-key="${CSS.escape(reveal)}"]`);
      if (row === null) return;
      row.focus({ preventScroll: true });
      useHistoryState.setState({ reveal: null });
    }, 16);
    return () => clearInterval(timer);
  }, [reveal, days, list]);
};

interface Props {
  readonly days: readonly Day[];
  readonly chosen: string | undefined;
  readonly isLoading: boolean;
  /** Called as the end of the list comes into sight; undefined where it is the end. */
  readonly onMore: (() => void) | undefined;
}

/** The steps by day, newest first; only those in sight are drawn, however many there are. */
export const StepList = ({ days, chosen, isLoading, onMore }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  useReveal(list, days);
  const height = rowHeight();
  return (
    <Virtualizer
      layout={ListLayout}
      layoutOptions={{ rowSize: height, headingSize: height + headExtra }}
    >
      <ListBox
        ref={list}
        className={styles.list ?? ''}
        aria-label="Steps"
        data-pane-focus
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys;
          if (id !== undefined) chooseStep(String(id));
        }}
      >
        <Collection items={days}>
          {(day) => (
            <ListBoxSection id={day.id}>
              <Header className={styles.day ?? ''}>{day.id}</Header>
              <Collection items={day.steps}>{(set) => <Step set={set} />}</Collection>
            </ListBoxSection>
          )}
        </Collection>
        {onMore === undefined ? null : (
          <ListBoxLoadMoreItem
            className={styles.note ?? ''}
            isLoading={isLoading}
            onLoadMore={onMore}
          >
            Reading earlier steps
          </ListBoxLoadMoreItem>
        )}
      </ListBox>
    </Virtualizer>
  );
};
