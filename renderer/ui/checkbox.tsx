import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { type CheckboxProps, Checkbox as RacCheckbox } from 'react-aria-components';
import styles from './checkbox.module.css';

interface Props extends Omit<CheckboxProps, 'className' | 'style' | 'children'> {
  readonly children?: ReactNode;
}

/** A box to tick, with its words beside it. */
export const Checkbox = ({ children, ...props }: Props) => (
  <RacCheckbox {...props} className={styles.checkbox ?? ''}>
    {({ isSelected, isIndeterminate }) => (
      <>
        <span className={styles.box}>
          {isIndeterminate ? <Minus size={12} aria-hidden /> : null}
          {isSelected && !isIndeterminate ? <Check size={12} aria-hidden /> : null}
        </span>
        {children}
      </>
    )}
  </RacCheckbox>
);
