import { useId, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { PackDraft } from '#shared/contract/packs.ts';
import type { Leak } from '#shared/model/leak.ts';
import styles from './packs.module.css';
import { usePackCheck } from './packs-check.ts';
import { changeMaking, type Making, namesOf, showPlace } from './packs-draft.ts';
import { PackReading } from './packs-reading.tsx';

const fieldNames: Readonly<Record<Leak['field'], string>> = {
  'pack name': 'Name of the pack',
  title: 'Title',
  welcome: 'Welcome',
  'return to': 'Where replies go',
  name: 'Name of theme',
  summary: 'Summary of',
  quote: 'Quote in',
  who: 'Who said a quote in',
};

const placeOf = ({ field, themeId }: Leak, { themes }: PackDraft): string => {
  const theme = themes.find((known) => known.themeId === themeId)?.name;
  return theme === undefined ? fieldNames[field] : `${fieldNames[field]} ${quoted(theme)}`;
};

interface FoundProps {
  readonly leak: Leak;
  readonly making: Making;
}

const Found = ({ leak, making }: FoundProps) => {
  const { notIdentifying } = making;
  const about = useId();
  const answer = (isHarmless: boolean): void => {
    const next = new Set(notIdentifying);
    if (isHarmless) next.add(leak.id);
    else next.delete(leak.id);
    changeMaking({ notIdentifying: next });
  };
  return (
    <li className={styles.leak} data-answered={notIdentifying.has(leak.id)}>
      <div className={styles.leakWords} id={about}>
        <p>
          <strong>{quoted(leak.words)}</strong>
          {leak.times === 1 ? '' : ` (${leak.times} times)`}{' '}
          <span className={styles.quiet}>{placeOf(leak, making.contents)}</span>
        </p>
        <p className={styles.quiet}>{leak.why}</p>
      </div>
      <Checkbox isSelected={notIdentifying.has(leak.id)} aria-describedby={about} onChange={answer}>
        Identifies nobody
      </Checkbox>
      <Button small aria-describedby={about} onPress={() => showPlace(leak)}>
        Edit the words
      </Button>
    </li>
  );
};

/** Real names to look for: typed or pasted, used for the check, never saved. */
const Names = ({ making }: { readonly making: Making }) => {
  const [typed, setTyped] = useState(making.names);
  const known = namesOf(typed).length;
  return (
    <div onBlur={() => changeMaking({ names: typed })}>
      <TextField
        label="Real names to look for"
        description={`One a line, first and last names: people you talked to, and people and places they name. They stay in this window until you leave this pack, and are never saved.${known === 0 ? '' : ` ${counted(known, 'name')}.`}`}
        multiline
        value={typed}
        onChange={setTyped}
      />
    </div>
  );
};

/** Looks for what may identify somebody, and at how hard the words are to read. */
export const PackChecksStep = ({ making }: { readonly making: Making }) => {
  const check = usePackCheck(making);
  return (
    <div className={styles.checks}>
      <section aria-label="Does anything say who somebody is?">
        <h3 className={styles.openTheme}>Does anything say who somebody is?</h3>
        <Names making={making} />
        {check.isError ? (
          <ErrorState error={check.error} onRetry={() => void check.refetch()} />
        ) : check.data === undefined ? (
          <Skeleton lines={5} />
        ) : (
          <Leaks making={making} leaks={check.data.leaks} />
        )}
        <p className={styles.quiet}>
          The check knows your names, pseudonyms and labels, and forms such as numbers, postcodes
          and dates. It cannot know nicknames, misspelt names, places of work, rare illnesses, or a
          story that others would recognise. Read every quote with that in mind.
        </p>
      </section>
      <section aria-label="Is it easy to read?">
        <h3 className={styles.openTheme}>Is it easy to read?</h3>
        {check.data === undefined ? null : (
          <PackReading readings={check.data.readings} contents={making.contents} />
        )}
      </section>
    </div>
  );
};

const Leaks = ({ making, leaks }: { readonly making: Making; readonly leaks: readonly Leak[] }) => {
  const open = leaks.filter(({ id }) => !making.notIdentifying.has(id)).length;
  return (
    <>
      <p role="status" className="figures">
        {leaks.length === 0
          ? 'Nothing found.'
          : open === 0
            ? `${counted(leaks.length, 'finding')}, all answered.`
            : `${counted(leaks.length, 'finding')}, ${open} to answer: edit the words, or say that they identify nobody.`}
      </p>
      {leaks.length === 0 ? null : (
        <ul className={styles.leaks} aria-label="What was found">
          {leaks.map((leak) => (
            <Found key={leak.id} leak={leak} making={making} />
          ))}
        </ul>
      )}
    </>
  );
};
