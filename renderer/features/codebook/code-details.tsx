import { ListTree } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type SaveState, useSaveState } from '#renderer/client/autosave.ts';
import { aboveKeys } from '#renderer/features/evidence/evidence-commands.ts';
import { showAbove } from '#renderer/features/evidence/evidence-state.ts';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import { RecordMemos } from '#renderer/features/memos/record-memos.tsx';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Code, CodeUse } from '#shared/model/code.ts';
import styles from './code-details.module.css';
import { CodeField } from './code-field.tsx';
import { CodeQuotes } from './code-quotes.tsx';
import { useCodebookState } from './codebook-state.ts';
import { ColourField } from './colour-field.tsx';

const states: Readonly<Record<SaveState, string>> = {
  saved: 'Saved',
  saving: 'Saving',
  failed: 'Not saved',
};

/** Says where the typed words are; only what has arrived on disk, or has not, is spoken. */
const Saved = ({ codeId }: { readonly codeId: string }) => {
  const state = useSaveState(`${codeId}/`);
  return (
    <p className={styles.saved} data-state={state}>
      <span aria-hidden>{states[state]}</span>
      <span className="visually-hidden" role="status">
        {state === 'saving' ? '' : states[state]}
      </span>
    </p>
  );
};

const parts = [
  ['definition', 'Definition', 'What the code means, in a sentence or two'],
  ['inclusion', 'Inclusion criteria', 'When to use it'],
  ['exclusion', 'Exclusion criteria', 'When not to use it, and which code to use instead'],
  ['typicalExample', 'Typical example', 'A quote that shows it well'],
  ['nearMiss', 'Near miss', 'A quote that looks like it and is not'],
] as const;

/** What restoring an earlier version of a code gives back. */
const wordsOf = ({
  name,
  colour,
  definition,
  inclusion,
  exclusion,
  typicalExample,
  nearMiss,
}: Code) => ({
  name,
  colour,
  definition,
  inclusion,
  exclusion,
  typicalExample,
  nearMiss,
});

/** One code: what it means, how it looks and where it is used. Its fields save themselves. */
export const CodeDetails = ({ code, use }: { readonly code: Code; readonly use: CodeUse }) => {
  const naming = useCodebookState((state) => state.naming);
  const name = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!naming) return;
    useCodebookState.setState({ naming: false });
    const input = name.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, [naming]);
  return (
    <div className={styles.details}>
      <header className={styles.head}>
        <h2 className="visually-hidden">{code.name}</h2>
        <CodeSwatch colour={code.colour} />
        <p className={`${styles.use} figures`}>
          {use.codings === 0
            ? 'Not used yet'
            : `${counted(use.codings, 'coding')} in ${counted(use.sources, 'source')}`}
        </p>
        <Saved codeId={code.id} />
        <IconButton
          icon={ListTree}
          label="What rests on this?"
          keys={aboveKeys}
          onPress={() => showAbove({ kind: 'code', id: code.id })}
        />
      </header>
      <div ref={name}>
        <CodeField code={code} field="name" label="Name" />
      </div>
      <ColourField code={code} />
      {parts.map(([field, label, placeholder]) => (
        <CodeField key={field} code={code} field={field} label={label} placeholder={placeholder} />
      ))}
      <RecordMemos kind="code" id={code.id} />
      <CodeQuotes codeId={code.id} total={use.codings} />
      <RecordHistory kind="code" id={code.id} now={wordsOf(code)} />
    </div>
  );
};
