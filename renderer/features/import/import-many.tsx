import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';
import { isIncluded, type Placed, placedAs, placedSpeakers } from './import-entry.ts';
import styles from './import-file.module.css';
import { draftFiles, draftSpeaker, type ImportEntry } from './import-state.ts';
import { roles } from './import-words.ts';
import { PlaceFields, type Shared } from './place-fields.tsx';

const none: readonly never[] = [];

/** More labels than this are not listed: they are names of people, not of the interviewer. */
const mostLabels = 40;

const common = <T,>(values: readonly T[]): T | null => {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
};

interface Label {
  readonly label: string;
  readonly files: number;
  readonly role: SpeakerRole | null;
}

const labelsIn = (entries: readonly ImportEntry[]): readonly Label[] => {
  const found = entries.flatMap((entry) => placedSpeakers(entry));
  return [...Map.groupBy(found, (speaker) => speaker.label)]
    .map(([label, speakers]) => ({
      label,
      files: speakers.length,
      role: common(speakers.map((speaker) => speaker.role)),
    }))
    .sort((a, b) => b.files - a.files);
};

/** Several files at once: where they belong, and who is the interviewer in all of them. */
export const ImportMany = ({ entries }: { readonly entries: readonly ImportEntry[] }) => {
  const groups = useCall('groups.list', {}).data ?? none;
  const timePoints = useCall('timePoints.list', {}).data ?? none;
  const usable = entries.filter((entry) => entry.preview.status !== 'refused');
  const tokens = new Set(usable.map((entry) => entry.preview.token));
  const placed = usable.map((entry) => placedAs(entry, { groups, timePoints }));
  const shared: Shared = {
    kind: common(placed.map((one) => one.kind)),
    group: common(placed.map((one) => one.group)),
    timePoint: common(placed.map((one) => one.timePoint)),
    casePseudonym: common(placed.map((one) => one.casePseudonym)),
  };
  const change = (changed: Partial<Omit<Placed, 'name'>>): void => {
    draftFiles(tokens, () => changed);
    announce(`Set for ${counted(tokens.size, 'file')}`);
  };
  const labels = labelsIn(usable);
  const included = usable.filter(isIncluded).length;
  const refused = entries.length - usable.length;
  return (
    <div className={styles.details}>
      <header>
        <h2 className={styles.title}>{counted(entries.length, 'file')} chosen</h2>
        {refused === 0 ? null : (
          <p className={styles.quiet}>{refused} of them cannot be imported.</p>
        )}
      </header>
      <Checkbox
        isSelected={included === usable.length}
        isIndeterminate={included > 0 && included < usable.length}
        onChange={(include) => draftFiles(tokens, () => ({ include }))}
      >
        Import these files
      </Checkbox>
      <section aria-label="For all chosen files" className={styles.section}>
        <h3 className={styles.heading}>For all of them</h3>
        <PlaceFields value={shared} onChange={change} />
      </section>
      <section aria-label="Speakers" className={styles.section}>
        <h3 className={styles.heading}>Speakers in these files</h3>
        <p className={styles.quiet}>
          Mark the interviewer here once, for every file that has the label.
        </p>
        <div className={styles.scroll}>
          <table className={`${styles.speakers} ${styles.few}`}>
            <thead>
              <tr>
                <th scope="col">In the files</th>
                <th scope="col">How many files</th>
                <th scope="col">Role</th>
              </tr>
            </thead>
            <tbody>
              {labels.slice(0, mostLabels).map(({ label, files, role }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td className="figures">{counted(files, 'file')}</td>
                  <td>
                    <Select
                      label={`Role of ${label}`}
                      hideLabel
                      choices={roles}
                      value={role}
                      placeholder="Several"
                      onChange={(chosen) => {
                        draftSpeaker(tokens, label, { role: chosen });
                        announce(`${label} is ${chosen} in ${counted(files, 'file')}`);
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {labels.length > mostLabels ? (
          <p className={styles.quiet}>
            and {counted(labels.length - mostLabels, 'more label')}, each in few files
          </p>
        ) : null}
      </section>
    </div>
  );
};
