import { BookOpen, Columns2 } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import { showBeside, toggleReading, useReadingView } from './reading-view.ts';
import styles from './view-switches.module.css';

/** How the source is shown: to be read without codes, and with something beside it. */
export const ViewSwitches = () => {
  const { mode, beside } = useReadingView();
  return (
    <div className={styles.switches}>
      <WithTooltip text="Read without coding" keys="Shift+KeyR">
        <ToggleButton
          className={styles.switch ?? ''}
          isSelected={mode === 'read'}
          onChange={toggleReading}
        >
          <BookOpen size={14} aria-hidden /> Read
        </ToggleButton>
      </WithTooltip>
      <WithTooltip text="Another source or another coder beside this one" keys="b">
        <ToggleButton
          className={styles.switch ?? ''}
          isSelected={mode === 'code' && beside !== null}
          isDisabled={mode === 'read'}
          onChange={(on) => (on ? useReadingView.setState({ choosing: true }) : showBeside(null))}
        >
          <Columns2 size={14} aria-hidden /> Side by side
        </ToggleButton>
      </WithTooltip>
    </div>
  );
};
