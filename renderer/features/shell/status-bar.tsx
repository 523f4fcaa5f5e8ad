import {
  AArrowDown,
  AArrowUp,
  Keyboard,
  type LucideIcon,
  PanelRight,
  Redo2,
  Undo2,
} from 'lucide-react';
import { useConnection } from '#renderer/client/connection.ts';
import { useCall } from '#renderer/client/queries.ts';
import { useSaving } from '#renderer/client/saving.ts';
import { runCommand, useRegistry } from '#renderer/commands/registry.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { CoderMenu } from './coder-menu.tsx';
import styles from './status-bar.module.css';
import { TextAndColours } from './text-and-colours.tsx';

interface CommandButtonProps {
  readonly id: string;
  readonly icon: LucideIcon;
}

const CommandButton = ({ id, icon }: CommandButtonProps) => {
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

const Saved = () => {
  const { underWay, failed } = useSaving();
  const connection = useConnection((state) => state.state);
  if (connection === 'lost') return <span data-tone="danger">Not connected</span>;
  if (underWay > 0) return <span>Saving…</span>;
  if (failed === null) return <span>Saved</span>;
  return (
    <span data-tone="danger" title={failed.message}>
      Last edit not saved
    </span>
  );
};

/** How long the open source is, where one is open. */
const Words = () => {
  const { area, id } = useNavigation((navigation) => navigation.address);
  const isOpen = area === 'coding' && id !== undefined;
  const sources = useCall('sources.list', {}, { enabled: isOpen }).data;
  const words = isOpen ? sources?.find((source) => source.id === id)?.words : undefined;
  if (words === undefined) return null;
  return (
    <span className={`${styles.words} figures`}>
      {words.toLocaleString()} {words === 1 ? 'word' : 'words'}
    </span>
  );
};

/** What is true of the whole window: saved, who codes, what undo would do, size of the text. */
export const StatusBar = () => {
  const { data } = useCall('project.state', {});
  return (
    <footer className={styles.bar} aria-label="Status" data-pane>
      <span className={styles.saved}>
        <Saved />
      </span>
      <span className={styles.file}>{data?.fileName}</span>
      <CoderMenu />
      <CommandButton id="edit.undo" icon={Undo2} />
      <CommandButton id="edit.redo" icon={Redo2} />
      <span className={styles.undo}>{data?.undo === null ? '' : `Undo: ${data?.undo ?? ''}`}</span>
      <span className={styles.space} />
      <Words />
      <CommandButton id="view.smaller" icon={AArrowDown} />
      <CommandButton id="view.larger" icon={AArrowUp} />
      <TextAndColours />
      <CommandButton id="help.keys" icon={Keyboard} />
      <CommandButton id="view.inspector" icon={PanelRight} />
    </footer>
  );
};
