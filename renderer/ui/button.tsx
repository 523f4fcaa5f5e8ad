import { type ButtonProps, Button as RacButton } from 'react-aria-components';
import styles from './button.module.css';

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  /** 'primary' once a screen; 'quiet' among others; 'danger' for what takes something away. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly small?: boolean;
}

/** A button with words on it. */
export const Button = ({ kind = 'plain', small = false, ...props }: Props) => (
  <RacButton
    {...props}
    className={`${styles.button} ${styles[kind]} ${small ? styles.small : ''}`}
  />
);
