import { MessageSquareText } from 'lucide-react';
import type { RefObject } from 'react';
import { Toolbar } from 'react-aria-components';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { Reading } from '#shared/contract/sources.ts';
import { useColumnState } from './columns.ts';
import { FloatingBar } from './floating-bar.tsx';
import { useNotes, writeNote } from './notes-state.ts';
import styles from './selection-bar.module.css';

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
