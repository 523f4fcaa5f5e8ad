import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { quoted } from '#renderer/ui/words.ts';
import libraryStyles from './library.module.css';
import { NameField } from './name-field.tsx';
import styles from './places-tab.module.css';

interface Place {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly title: string;
  /** The noun for one of them, for example 'group'. */
  readonly word: string;
  readonly lead: string;
  readonly noun: 'groups' | 'timePoints';
  readonly list: readonly Place[];
}

const Places = ({ title, word, lead, noun, list }: Props) => {
  const [name, setName] = useState('');
  const add = async (): Promise<void> => {
    const typed = name.trim();
    if (typed === '') return;
    const added = await edit(
      `${noun}.create`,
      { name: typed },
      { announce: `Added ${word} ${typed}. Undo available.` },
    );
    if (added !== null) setName('');
  };
  const move = async (place: Place, position: number): Promise<void> => {
    await edit(
      `${noun}.update`,
      { id: place.id, position },
      { announce: `${place.name}: now ${position + 1} of ${list.length}` },
    );
  };
  return (
    <section aria-label={title} className={styles.places}>
      <h2 className={styles.heading}>{title}</h2>
      <p className={styles.lead}>{lead}</p>
      <ol className={styles.list}>
        {list.map((place, index) => (
          <li key={place.id} className={styles.place}>
            <NameField
              label={`Name of ${word} ${place.name}`}
              hideLabel
              value={place.name}
              onSave={(value) => void edit(`${noun}.update`, { id: place.id, name: value })}
            />
            <IconButton
              icon={ArrowUp}
              label={`Move ${place.name} up`}
              isDisabled={index === 0}
              onPress={() => void move(place, index - 1)}
            />
            <IconButton
              icon={ArrowDown}
              label={`Move ${place.name} down`}
              isDisabled={index === list.length - 1}
              onPress={() => void move(place, index + 1)}
            />
            <IconButton
              icon={Trash2}
              label={`Delete ${word} ${place.name}`}
              onPress={() =>
                void edit(
                  `${noun}.delete`,
                  { id: place.id },
                  { toast: `Deleted ${word} ${quoted(place.name)}. Its sources stay` },
                )
              }
            />
          </li>
        ))}
      </ol>
      <Form
        className={styles.add ?? ''}
        data-add={noun}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField
          label={`New ${word}`}
          hideLabel
          placeholder={`New ${word}`}
          maxLength={200}
          value={name}
          onChange={setName}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          <Plus size={14} aria-hidden /> Add {word}
        </Button>
      </Form>
    </section>
  );
};

/** The groups and time points of the study: add, rename, reorder, delete. */
export const PlacesTab = () => {
  const groups = useCall('groups.list', {});
  const timePoints = useCall('timePoints.list', {});
  if (groups.isError)
    return <ErrorState error={groups.error} onRetry={() => void groups.refetch()} />;
  if (timePoints.isError)
    return <ErrorState error={timePoints.error} onRetry={() => void timePoints.refetch()} />;
  if (groups.data === undefined || timePoints.data === undefined) return <Skeleton lines={8} />;
  return (
    <div className={libraryStyles.tab}>
      <div className={styles.columns}>
        <Places
          title="Groups"
          word="group"
          lead="Who speaks in a source. Findings are compared between groups."
          noun="groups"
          list={groups.data}
        />
        <Places
          title="Time points"
          word="time point"
          lead="When in the study a source was made."
          noun="timePoints"
          list={timePoints.data}
        />
      </div>
    </div>
  );
};
