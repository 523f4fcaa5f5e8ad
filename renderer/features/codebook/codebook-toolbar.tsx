import {
  BookUp,
  CornerDownRight,
  FolderInput,
  type LucideIcon,
  Merge,
  Plus,
  Split,
  Trash2,
} from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import { type Command, runCommand } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import styles from './codebook.module.css';

const buttons: readonly { readonly id: string; readonly icon: LucideIcon }[] = [
  { id: 'codebook.new', icon: Plus },
  { id: 'codebook.new-inside', icon: CornerDownRight },
  { id: 'codebook.move', icon: FolderInput },
  { id: 'codebook.merge', icon: Merge },
  { id: 'codebook.split', icon: Split },
  { id: 'codebook.delete', icon: Trash2 },
  { id: 'codebook.export', icon: BookUp },
];

const kinds: Readonly<Record<string, 'primary' | 'plain'>> = {
  'codebook.new': 'primary',
  'codebook.export': 'plain',
};

/** What stands beside the icons where it is narrow. */
const words: Readonly<Record<string, string | undefined>> = {
  'codebook.new': '',
  'codebook.export': styles.lastWords,
};

/** What can be done with the chosen codes, as buttons; where it is narrow, as icons. */
export const CodebookToolbar = ({ commands }: { readonly commands: readonly Command[] }) => (
  <Toolbar className={styles.toolbar ?? ''} aria-label="Codes">
    {buttons.map(({ id, icon: Icon }) => {
      const command = commands.find((known) => known.id === id);
      if (command === undefined) return null;
      return (
        <WithTooltip key={id} text={command.label} keys={command.keys}>
          <Button
            kind={kinds[id] ?? 'quiet'}
            isDisabled={!(command.enabled?.() ?? true)}
            onPress={() => runCommand(id)}
          >
            <Icon size={14} aria-hidden />
            <span className={words[id] ?? styles.words}>{command.label}</span>
          </Button>
        </WithTooltip>
      );
    })}
  </Toolbar>
);
