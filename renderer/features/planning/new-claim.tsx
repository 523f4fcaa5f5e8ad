import { useRef, useState } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import { claimNames } from '#renderer/features/evidence/evidence-words.ts';
import fieldStyles from '#renderer/ui/field.module.css';
import type { ClaimKind } from '#shared/model/claim.ts';
import styles from './planning.module.css';
import { addClaim } from './planning-actions.ts';

/** The field at the end of a list: Enter adds what was typed, and the next can be typed at once. */
export const NewClaim = ({ kind }: { readonly kind: ClaimKind }) => {
  const [typed, setTyped] = useState('');
  const adding = useRef(false);
  const name = claimNames[kind].one.toLowerCase();
  const add = async (): Promise<void> => {
    if (adding.current) return;
    adding.current = true;
    // What could not be added stays in the field.
    if (await addClaim(kind, typed)) setTyped('');
    adding.current = false;
  };
  return (
    <TextField
      className={styles.new ?? ''}
      aria-label={`New ${name}`}
      value={typed}
      onChange={setTyped}
    >
      <TextArea
        className={`${fieldStyles.input} ${styles.area}`}
        data-new-claim={kind}
        rows={1}
        maxLength={2000}
        placeholder={`Type a ${name}, Enter adds it`}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void add();
          }
          if (event.key === 'Escape') setTyped('');
        }}
      />
    </TextField>
  );
};
