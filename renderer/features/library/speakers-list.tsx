import { useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { roles } from '#renderer/features/import/import-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Speaker } from '#shared/model/speaker.ts';
import { caseIdFor } from './library-actions.ts';
import { NameField } from './name-field.tsx';
import styles from './source-details.module.css';

const none: readonly never[] = [];

interface ItemProps {
  readonly speaker: Speaker;
  readonly turns: number;
  readonly canMerge: boolean;
  readonly isTicked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

const Item = ({ speaker, turns, canMerge, isTicked, onTick }: ItemProps) => {
  const cases = useCall('cases.list', {}).data ?? none;
  const { id, label } = speaker;
  const setCase = async (pseudonym: string): Promise<void> => {
    const caseId = await caseIdFor(pseudonym, cases);
    if (caseId !== undefined) await edit('speakers.update', { id, caseId });
  };
  return (
    <li className={styles.speaker}>
      <div className={styles.speakerHead}>
        {canMerge ? (
          <Checkbox isSelected={isTicked} onChange={onTick} aria-label={`Choose ${label}`} />
        ) : null}
        <NameField
          label={`Label of ${label}`}
          hideLabel
          value={label}
          onSave={(value) => void edit('speakers.update', { id, label: value })}
        />
        <span className={`${styles.quiet} figures`}>{counted(turns, 'turn')}</span>
      </div>
      <div className={styles.pair}>
        <Select
          label={`Role of ${label}`}
          hideLabel
          choices={roles}
          value={speaker.role}
          onChange={(role) => void edit('speakers.update', { id, role })}
        />
        <ComboBox
          label={`Case of ${label}`}
          hideLabel
          choices={cases.map((record) => record.pseudonym)}
          value={cases.find((record) => record.id === speaker.caseId)?.pseudonym ?? ''}
          placeholder="No case"
          onCommit={(pseudonym) => void setCase(pseudonym)}
        />
      </div>
    </li>
  );
};

/** Who speaks in a source: label, role and case of each; several can be merged into one. */
export const SpeakersList = ({ reading }: { readonly reading: Reading }) => {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { speakers, turns } = reading;
  const chosen = speakers.filter((speaker) => ticked.has(speaker.id));
  const [into] = chosen;
  const merge = async (): Promise<void> => {
    if (into === undefined) return;
    const done = await edit(
      'speakers.merge',
      { ids: chosen.map((speaker) => speaker.id), into: into.id },
      { toast: `Merged ${counted(chosen.length, 'speaker')} into ${into.label}` },
    );
    if (done !== null) setTicked(new Set());
  };
  return (
    <section aria-label="Speakers">
      <h3 className={styles.heading}>Speakers</h3>
      {speakers.length === 0 ? (
        <p className={styles.quiet}>No speakers: each paragraph is a turn.</p>
      ) : null}
      <ul>
        {speakers.map((speaker) => (
          <Item
            key={speaker.id}
            speaker={speaker}
            turns={turns.filter((turn) => turn.speakerId === speaker.id).length}
            canMerge={speakers.length > 1}
            isTicked={ticked.has(speaker.id)}
            onTick={(isTicked) =>
              setTicked(
                new Set(
                  [...ticked].filter((id) => id !== speaker.id).concat(isTicked ? speaker.id : []),
                ),
              )
            }
          />
        ))}
      </ul>
      {chosen.length < 2 ? null : (
        <Button onPress={() => void merge()}>
          Merge {counted(chosen.length, 'speaker')} into {into?.label}
        </Button>
      )}
    </section>
  );
};
