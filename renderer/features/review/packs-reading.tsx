import { Button } from '#renderer/ui/button.tsx';
import { quoted } from '#renderer/ui/words.ts';
import type { PackDraft } from '#shared/contract/packs.ts';
import type { Reading } from '#shared/model/pack-check.ts';
import styles from './packs.module.css';
import { showPlace } from './packs-draft.ts';

/** Health leaflets aim at a reading age of 9 to 11; above this most people have to work at it. */
const easyAge = 12;

const ageWords = (age: number | null): string => {
  if (age === null) return 'too short to tell';
  if (age <= easyAge) return `reading age about ${age}`;
  return `reading age about ${age}: aim for ${easyAge} or less`;
};

const One = ({ reading, name }: { readonly reading: Reading; readonly name: string }) => {
  const { age, sentences, jargon, themeId } = reading;
  const isHard = age !== null && age > easyAge;
  return (
    <li className={styles.reading}>
      <div className={styles.readingHead}>
        <p>
          <strong>{name}</strong>{' '}
          <span className={isHard ? styles.hard : styles.quiet}>{ageWords(age)}</span>
        </p>
        {sentences.length + jargon.length === 0 && !isHard ? null : (
          <Button
            small
            aria-label={`Edit the words of ${name}`}
            onPress={() =>
              showPlace({
                field: themeId === null ? 'welcome' : 'summary',
                themeId,
                codingId: null,
              })
            }
          >
            Edit the words
          </Button>
        )}
      </div>
      {sentences.map(({ text, words, why }) => (
        <p key={text} className={styles.sentence}>
          {quoted(text)}{' '}
          <span className={styles.quiet}>
            {why === 'long' ? `${words} words: make two of it?` : 'hard words: say it more simply?'}
          </span>
        </p>
      ))}
      {jargon.length === 0 ? null : (
        <p className={styles.sentence}>
          {jargon.map(({ words, plain }, at) => (
            <span key={words}>
              {at === 0 ? '' : '; '}
              {quoted(words)}{' '}
              <span className={styles.quiet}>
                {plain === null ? 'only in your codebook' : `say: ${plain}`}
              </span>
            </span>
          ))}
        </p>
      )}
    </li>
  );
};

/** How hard the researcher's own words are, with the sentences and words to look at. */
export const PackReading = ({
  readings,
  contents,
}: {
  readonly readings: readonly Reading[];
  readonly contents: PackDraft;
}) => (
  <>
    <p className={styles.quiet}>
      Reading age by Flesch and Kincaid, which counts syllables and words and knows nothing of
      sense. People’s own words in quotes are left as they are.
    </p>
    <ul className={styles.readings} aria-label="How hard it is to read">
      {readings.map((reading) => (
        <One
          key={reading.themeId ?? 'welcome'}
          reading={reading}
          name={
            contents.themes.find(({ themeId }) => themeId === reading.themeId)?.name ?? 'Welcome'
          }
        />
      ))}
    </ul>
  </>
);
