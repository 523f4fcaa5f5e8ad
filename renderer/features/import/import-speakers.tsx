import { useCall } from '#renderer/client/queries.ts';
import { NameField } from '#renderer/features/library/name-field.tsx';
import { announce } from '#renderer/ui/announce.ts';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { counted, listed, quoted } from '#renderer/ui/words.ts';
import { type PlacedSpeaker, placedSpeakers } from './import-entry.ts';
import styles from './import-file.module.css';
import { draftSpeaker, type ImportEntry } from './import-state.ts';
import { roles } from './import-words.ts';

interface RowProps {
  readonly speaker: PlacedSpeaker;
  readonly tokens: ReadonlySet<string>;
}

const NameCell = ({ speaker, tokens }: RowProps) => (
  <NameField
    label={`Name of ${speaker.label}`}
    hideLabel
    value={speaker.as}
    onSave={(as) => {
      draftSpeaker(tokens, speaker.label, { as });
      announce(`${speaker.label} will be stored as ${as}`);
    }}
    description={
      speaker.mergedWith.length === 0
        ? undefined
        : `Merged with ${listed(speaker.mergedWith.map(quoted))}`
    }
  />
);

/** The speakers of one file: rename, merge, role and case. */
export const ImportSpeakers = ({ entry }: { readonly entry: ImportEntry }) => {
  const cases = (useCall('cases.list', {}).data ?? []).map((record) => record.pseudonym);
  const speakers = placedSpeakers(entry);
  const tokens = new Set([entry.preview.token]);
  if (speakers.length === 0)
    return (
      <p className={styles.quiet}>If the file names its speakers, choose another way above.</p>
    );
  return (
    <section aria-label="Speakers" className={styles.section}>
      <h3 className={styles.heading}>Speakers</h3>
      <p className={styles.quiet}>To merge two speakers, give them the same name.</p>
      <div className={styles.scroll}>
        <table className={styles.speakers}>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              <th scope="col">Case</th>
              <th scope="col">Speaks</th>
            </tr>
          </thead>
          <tbody>
            {speakers.map((speaker) => (
              <tr key={speaker.label}>
                <th scope="row">{speaker.label}</th>
                <td>
                  <NameCell speaker={speaker} tokens={tokens} />
                </td>
                <td>
                  <Select
                    label={`Role of ${speaker.label}`}
                    hideLabel
                    choices={roles}
                    value={speaker.role}
                    onChange={(role) => draftSpeaker(tokens, speaker.label, { role })}
                  />
                </td>
                <td>
                  <ComboBox
                    label={`Case of ${speaker.label}`}
                    hideLabel
                    choices={cases}
                    value={speaker.casePseudonym}
                    placeholder="None"
                    onCommit={(casePseudonym) =>
                      draftSpeaker(tokens, speaker.label, { casePseudonym })
                    }
                  />
                </td>
                <td className={`${styles.speaks} figures`}>
                  {counted(speaker.turns, 'turn')}, {counted(speaker.words, 'word')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
