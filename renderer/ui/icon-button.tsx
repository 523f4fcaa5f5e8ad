import type { LucideIcon } from 'lucide-react';
import { type ButtonProps, Button as RacButton } from 'react-aria-components';
import styles from './icon-button.module.css';
import { WithTooltip } from './tooltip.tsx';

interface Props extends Omit<ButtonProps, 'className' | 'style' | 'children'> {
  readonly icon: LucideIcon;
  /** What it does, in words: its accessible name and its tooltip. */
  readonly label: string;
  /** The keys that do the same, for the tooltip. */
  readonly keys?: string | undefined;
}

/** A button that is only an icon; its words are one hover or one focus away. */
export const IconButton = ({ icon: Icon, label, keys, ...props }: Props) => (
  <WithTooltip text={label} keys={keys}>
    <RacButton {...props} aria-label={label} className={styles.button ?? ''}>
      <Icon size={16} aria-hidden />
    </RacButton>
  </WithTooltip>
);
