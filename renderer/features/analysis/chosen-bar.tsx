import { Pencil, Star, Trash2 } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import { runCommand } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import { counted } from '#renderer/ui/words.ts';
import styles from './analysis.module.css';
import { useAnalysisState } from './analysis-state.ts';

const buttons = [
  { id: 'analysis.recode', words: 'Recode', icon: Pencil, keys: 'r' },
  { id: 'analysis.important-1', words: 'Important', icon: Star, keys: '*' },
  { id: 'analysis.remove', words: 'Remove', icon: Trash2, keys: 'Delete' },
] as const;

/** What can be done with the segments that are chosen, while any are. */
export const ChosenBar = () => {
  const count = useAnalysisState((state) => state.chosen.size);
  if (count === 0) return null;
  return (
    <Toolbar className={styles.chosen ?? ''} aria-label="Chosen segments">
      <span className="figures">{counted(count, 'segment')} chosen</span>
      {buttons.map(({ id, words, icon: Icon, keys }) => (
        <WithTooltip key={id} text={words} keys={keys}>
          <Button kind="quiet" small onPress={() => runCommand(id)}>
            <Icon size={13} aria-hidden /> {words}
          </Button>
        </WithTooltip>
      ))}
      <Button kind="quiet" small onPress={() => runCommand('analysis.let-go')}>
        Choose none
      </Button>
    </Toolbar>
  );
};
