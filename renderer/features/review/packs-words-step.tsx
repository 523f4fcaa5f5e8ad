import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './packs.module.css';
import { changeContents, changeMaking, fieldId, type Making } from './packs-draft.ts';

const place = { themeId: null, codingId: null } as const;

/** What stands at the front of the pack, and where replies go. */
export const PackWordsStep = ({ making }: { readonly making: Making }) => {
  const { name, contents } = making;
  return (
    <div className={styles.form}>
      <TextField
        id={fieldId({ ...place, field: 'pack name' })}
        label="Name of the pack"
        description="For you and your team. It also stands in the replies."
        value={name}
        maxLength={200}
        onChange={(next) => changeMaking({ name: next })}
      />
      <TextField
        id={fieldId({ ...place, field: 'title' })}
        label="Title"
        description="What readers see first."
        value={contents.title}
        maxLength={200}
        onChange={(title) => changeContents({ title })}
      />
      <TextField
        id={fieldId({ ...place, field: 'welcome' })}
        label="Welcome"
        description="Who you are, what the study is about, and why you ask. An empty line begins a paragraph."
        multiline
        value={contents.welcome}
        onChange={(welcome) => changeContents({ welcome })}
      />
      <TextField
        id={fieldId({ ...place, field: 'return to' })}
        label="Where replies go, and until when"
        description="For example: E-mail the file to pain-study@example.ac.uk by 12 December."
        multiline
        value={contents.returnTo}
        maxLength={1000}
        onChange={(returnTo) => changeContents({ returnTo })}
      />
    </div>
  );
};
