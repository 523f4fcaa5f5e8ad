import { type FormEvent, useState } from 'react';
import { type PickerEntry, ThemePicker } from '#renderer/features/themes/theme-picker.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { quoted } from '#renderer/ui/words.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import { ExportMap } from './export-map.tsx';
import { changeRelation, deleteRelation, nameOf, relate } from './map-actions.ts';
import styles from './map-dialogs.module.css';
import { type MapDialog, type MapEnd, showDialog, useMapState } from './map-state.ts';
import type { ShownMap } from './use-map.ts';

/** What relations are often called. */
const suggestions = ['leads to', 'stands against', 'is part of', 'explains', 'depends on'] as const;
const mostSuggestions = 8;

const close = (): void => showDialog(null);

/** The words that relations of this map have already, the most used first, then the usual ones. */
const labelsOf = ({ map }: ShownMap): readonly string[] => {
  const used = Map.groupBy(map.relations, ({ label }) => label);
  const byUse = [...used].toSorted((a, b) => b[1].length - a[1].length).map(([label]) => label);
  return [...new Set([...byUse, ...suggestions])].slice(0, mostSuggestions);
};

interface WordsProps {
  readonly title: string;
  readonly from: MapEnd;
  readonly to: MapEnd;
  readonly begin: string;
  readonly labels: readonly string[];
  readonly verb: string;
  readonly onSave: (label: string) => void;
  readonly relationId?: string;
}

const Words = ({ title, from, to, begin, labels, verb, onSave, relationId }: WordsProps) => {
  const [label, setLabel] = useState(begin);
  const save = (words: string): void => {
    if (words.trim() === '') return;
    close();
    onSave(words.trim());
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save(label);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      actions={
        <>
          {relationId === undefined ? null : (
            <>
              <Button
                kind="danger"
                onPress={() => {
                  close();
                  void deleteRelation(relationId);
                }}
              >
                Remove relation
              </Button>
              <Button
                onPress={() => {
                  close();
                  void changeRelation(relationId, { reverse: true });
                }}
              >
                Turn round
              </Button>
            </>
          )}
          <Button kind="quiet" onPress={close}>
            Cancel
          </Button>
          <Button kind="primary" isDisabled={label.trim() === ''} onPress={() => save(label)}>
            {verb}
          </Button>
        </>
      }
    >
      <form onSubmit={submit}>
        <p className={styles.sentence}>
          {quoted(nameOf(from))} <em>{label.trim() === '' ? '…' : label.trim()}</em>{' '}
          {quoted(nameOf(to))}
        </p>
        <TextField
          label="Words of the relation"
          placeholder="For example: leads to"
          maxLength={200}
          autoFocus
          value={label}
          onChange={setLabel}
        />
      </form>
      <div className={styles.suggestions} role="group" aria-label="Suggestions">
        {labels.map((words) => (
          <Button key={words} small onPress={() => setLabel(words)}>
            {words}
          </Button>
        ))}
      </div>
    </Dialog>
  );
};

/** The themes and codes on the map as things to choose. */
const entriesOf = ({ boxes, byId }: ShownMap, without: string | null): readonly PickerEntry[] =>
  boxes
    .filter(({ id }) => id !== without)
    .map((box) =>
      box.kind === 'code'
        ? { id: box.id, name: box.name, colour: box.code.colour, note: 'code' }
        : {
            id: box.id,
            name: box.name,
            note:
              box.theme.parentId === null
                ? 'theme'
                : `subtheme of ${byId.get(box.theme.parentId)?.name ?? ''}`,
          },
    );

interface EndProps {
  readonly shown: ShownMap;
  readonly title: string;
  readonly without: string | null;
  readonly onChoose: (end: MapEnd) => void;
}

const ChooseEnd = ({ shown, title, without, onChoose }: EndProps) => (
  <ThemePicker
    title={title}
    label="Find a theme or code"
    entries={entriesOf(shown, without)}
    onClose={close}
    onChoose={(id) => {
      const box = shown.byId.get(id);
      if (box !== undefined) onChoose({ kind: box.kind, id });
    }}
  />
);

const Shown = ({ dialog, shown }: { readonly dialog: MapDialog; readonly shown: ShownMap }) => {
  switch (dialog.kind) {
    case 'from':
      return (
        <ChooseEnd
          shown={shown}
          title="Relate which theme or code"
          without={null}
          onChoose={(from) => showDialog({ kind: 'to', from })}
        />
      );
    case 'to': {
      const { from } = dialog;
      return (
        <ChooseEnd
          key={from.id}
          shown={shown}
          title={`Relate ${quoted(nameOf(from))} to`}
          without={from.id}
          onChoose={(to) => showDialog({ kind: 'words', from, to })}
        />
      );
    }
    case 'words': {
      const { from, to } = dialog;
      return (
        <Words
          title="Add relation"
          from={from}
          to={to}
          begin=""
          labels={labelsOf(shown)}
          verb="Add relation"
          onSave={(label) => void relate(from, to, label)}
        />
      );
    }
    case 'edit': {
      const { relationId } = dialog;
      const relation = shown.map.relations.find(({ id }) => id === relationId);
      if (relation === undefined) return null;
      return (
        <Words
          title="Change relation"
          from={{ kind: relation.fromKind, id: relation.fromId }}
          to={{ kind: relation.toKind, id: relation.toId }}
          begin={relation.label}
          labels={labelsOf(shown)}
          verb="Save words"
          onSave={(label) => void changeRelation(relationId, { label })}
          relationId={relationId}
        />
      );
    }
    case 'export':
      return <ExportMap />;
    default:
      return assertNever(dialog);
  }
};

/** Whatever stands above the map. */
export const MapDialogs = ({ shown }: { readonly shown: ShownMap }) => {
  const dialog = useMapState((state) => state.dialog);
  return dialog === null ? null : <Shown dialog={dialog} shown={shown} />;
};
