import type { ReactNode } from 'react';
import { Heading, Modal, ModalOverlay, Dialog as RacDialog } from 'react-aria-components';
import styles from './dialog.module.css';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large' | 'huge';
  readonly children: ReactNode;
  /** The buttons: what it is for last, so that it stands where the eyes end. */
  readonly actions?: ReactNode;
}

/** A question or a form above everything else. Esc and a click outside close it. */
export const Dialog = ({ title, isOpen, onClose, size = 'small', children, actions }: Props) => (
  <ModalOverlay
    className={styles.overlay ?? ''}
    isOpen={isOpen}
    isDismissable
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal className={`${styles.modal} ${styles[size]}`}>
      <RacDialog className={styles.dialog ?? ''}>
        <Heading slot="title" className={styles.title ?? ''}>
          {title}
        </Heading>
        <div className={styles.body}>{children}</div>
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </RacDialog>
    </Modal>
  </ModalOverlay>
);
