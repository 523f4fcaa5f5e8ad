import { MessageSquareText } from 'lucide-react';
import type { RefObject } from 'react';
import { Toolbar } from 'react-aria-components';
import { useColumnState } from '#renderer/features/coding/columns/columns.ts';
import { FloatingBar } from '#renderer/features/coding/transcript/floating-bar.tsx';
import styles from '#renderer/features/coding/transcript/selection-bar.module.css';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Reading } from '#shared/contract/sources.ts';
import { useNotes, writeNote } from './notes-state.ts';

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly reading: Reading;
  readonly view: number;
}

/** The small bar above selected words while one reads: a note on them. */
export const NoteBar = ({ scroller, reading, view }: Props) => {
  const selection = useColumnState((state) => state.selection);
  const isWriting = useNotes((state) => state.writing !== null);
  if (selection === null || isWriting) return null;
  return (
    <FloatingBar scroller={scroller} reading={reading} range={selection} view={view}>
      <Toolbar className={styles.bar ?? ''} aria-label="What is selected">
        <IconButton
          icon={MessageSquareText}
          label="Note on this passage"
          keys="m"
          onPress={writeNote}
        />
      </Toolbar>
    </FloatingBar>
  );
};
