import { AArrowDown, AArrowUp, Redo2, Undo2 } from 'lucide-react';
import { useCall } from '#renderer/client/queries.ts';
import { runCommand, useRegistry } from '#renderer/commands/registry.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { CoderMenu } from './coder-menu.tsx';
import styles from './status-bar.module.css';

const CommandButton = ({ id, icon }: { id: string; icon: typeof Undo2 }) => {
  const command = useRegistry((registry) => registry.commands.get(id));
  if (command === undefined) return null;
  return (
    <IconButton
      icon={icon}
      label={command.label}
      keys={command.keys}
      isDisabled={!(command.enabled?.() ?? true)}
      onPress={() => runCommand(id)}
    />
  );
};

/** What is true of the whole window: saved, who codes, what undo would do, size of the text. */
export const StatusBar = () => {
  const { data } = useCall('project.state', {});
  return (
    <footer className={styles.bar} data-pane>
      <span className={styles.saved}>Saved</span>
      <span className={styles.file}>{data?.fileName}</span>
      <CoderMenu />
      <CommandButton id="edit.undo" icon={Undo2} />
      <CommandButton id="edit.redo" icon={Redo2} />
      <span className={styles.undo}>{data?.undo === null ? '' : `Undo: ${data?.undo ?? ''}`}</span>
      <span className={styles.space} />
      <CommandButton id="view.smaller" icon={AArrowDown} />
      <CommandButton id="view.larger" icon={AArrowUp} />
    </footer>
  );
};
