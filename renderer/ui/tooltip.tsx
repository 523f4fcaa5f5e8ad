import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { formatKeys } from './keys.ts';
import styles from './tooltip.module.css';

interface Props {
  readonly text: string;
  readonly keys?: string | undefined;
  /** The one focusable element that it explains. */
  readonly children: ReactElement;
}

/** Shows words and keys for a control on hover and on focus. */
export const WithTooltip = ({ text, keys, children }: Props) => (
  <TooltipTrigger delay={500} closeDelay={50}>
    {children}
    <Tooltip className={styles.tooltip ?? ''} offset={6}>
      {text}
      {keys === undefined ? null : <kbd className={styles.keys}>{formatKeys(keys)}</kbd>}
    </Tooltip>
  </TooltipTrigger>
);
