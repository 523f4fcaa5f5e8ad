import { MoveHorizontal, Quote, Repeat2, Tag } from 'lucide-react';
import { type RefObject, useLayoutEffect, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Reading } from '#shared/contract/sources.ts';
import { codeAgain, codeInVivo, resizeToSelection } from './coding-actions.ts';
import { openPicker } from './coding-commands.ts';
import { useCodingState } from './coding-state.ts';
import styles from './selection-bar.module.css';
import { liveRange, pageRanges } from './transcript-dom.ts';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
}
interface Place {
  readonly top: number;
  readonly left: number;
}

const barHeight = 40;

/** Keeps a button from taking the selection away when it is pressed. */
const keepSelection = (event: React.MouseEvent): void => event.preventDefault();

/** The small bar above what is selected: everything that can be done with it, by pointer. */
export const SelectionBar = ({ scroller, reading }: Props) => {
  const selection = useCodingState((state) => state.selection);
  const picking = useCodingState((state) => state.picker !== null);
  const active = useCodingState((state) => state.active);
  const recent = useCodingState((state) => state.recent.length > 0);
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const pane = scroller.current;
    const [part] = selection === null ? [] : pageRanges(reading.turns, selection);
    if (pane === null || part === undefined) return setPlace(null);
    const follow = (): void => {
      const box = liveRange(part).getBoundingClientRect();
      const frame = pane.getBoundingClientRect();
      const hidden = box.bottom < frame.top || box.top > frame.bottom;
      const above = box.top - frame.top - barHeight;
      setPlace(
        hidden
          ? null
          : { top: above > 0 ? above : box.bottom - frame.top + 6, left: box.left - frame.left },
      );
    };
    follow();
    pane.addEventListener('scroll', follow, { passive: true });
    return () => pane.removeEventListener('scroll', follow);
  }, [scroller, reading, selection]);
  if (place === null || picking) return null;
  return (
    <div className={styles.place} style={place} onMouseDown={keepSelection} role="presentation">
      <Toolbar className={styles.bar ?? ''} aria-label="What is selected">
        <IconButton icon={Tag} label="Code" keys="/" onPress={openPicker} />
        <IconButton icon={Quote} label="Code in vivo" keys="i" onPress={() => void codeInVivo()} />
        <IconButton
          icon={Repeat2}
          label="Same code again"
          keys="."
          isDisabled={!recent}
          onPress={() => void codeAgain()}
        />
        <IconButton
          icon={MoveHorizontal}
          label="Give the coding looked at this extent"
          keys="x"
          isDisabled={active === null}
          onPress={() => void resizeToSelection()}
        />
      </Toolbar>
    </div>
  );
};
