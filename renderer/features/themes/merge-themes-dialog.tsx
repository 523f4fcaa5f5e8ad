import { useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { MultiChoice } from '#renderer/ui/multi-choice.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { counted, listed, quoted } from '#renderer/ui/words.ts';
import type { Theme } from '#shared/model/theme.ts';
import { mergeThemes } from './theme-actions.ts';
import { type ThemeBoard, withSubthemes } from './theme-board.ts';
import styles from './theme-picker.module.css';
import { closeDialog } from './themes-state.ts';
import { currentThemes } from './use-board.ts';

/** Themes that stand on the board, parents before subthemes. */
const onBoard = (board: ThemeBoard): readonly Theme[] => {
  const walk = (nodes: ThemeBoard['themes']): readonly Theme[] =>
    nodes.flatMap(({ theme, subthemes }) => [theme, ...walk(subthemes)]);
  return walk(board.themes);
};

const hasWords = ({ concept, boundaries, summary, narrative }: Theme): boolean =>
  [concept, boundaries, summary, narrative].some((words) => words.trim() !== '');

interface WhatProps {
  readonly board: ThemeBoard;
  readonly going: readonly Theme[];
  readonly into: Theme;
  readonly keepWords: boolean;
}

/** What merging will do, in words. */
const What = ({ board, going, into, keepWords }: WhatProps) => {
  const ids = new Set(going.map(({ id }) => id));
  const nodes = going.flatMap(({ id }) => board.byId.get(id) ?? []);
  const memos = useCall('memos.list', { targetKind: 'theme' }).data ?? [];
  const codes = new Set(nodes.flatMap((node) => node.codes.map(({ id }) => id))).size;
  const subthemes = nodes
    .flatMap((node) => node.subthemes)
    .filter(({ theme }) => !ids.has(theme.id)).length;
  const notes = memos.filter(({ targetId }) => ids.has(targetId ?? '')).length;
  const moved = [
    counted(codes, 'code'),
    ...(subthemes === 0 ? [] : [counted(subthemes, 'subtheme')]),
    ...(notes === 0 ? [] : [counted(notes, 'memo')]),
  ];
  return (
    <div className={styles.what} role="status">
      <p>
        {listed(moved)} {codes + subthemes + notes === 1 ? 'moves' : 'move'} to {quoted(into.name)},
        with how extracts fit and what rests on {going.length === 1 ? 'the theme' : 'them'}.
      </p>
      <p>
        {listed(going.map(({ name }) => quoted(name)))} {going.length === 1 ? 'goes' : 'go'}.{' '}
        {keepWords && going.some(hasWords)
          ? `The words go behind those of ${quoted(into.name)}, each with the name it came from.`
          : `${quoted(into.name)} keeps its own words.`}
      </p>
    </div>
  );
};

interface Props {
  readonly theme: Theme;
  readonly board: ThemeBoard;
}

/** Chooses which themes become one with which, and says what will happen. */
export const MergeThemesDialog = ({ theme, board }: Props) => {
  const themes = useMemo(() => onBoard(board), [board]);
  const [ids, setIds] = useState<readonly string[]>([theme.id]);
  const [into, setInto] = useState<string | null>(null);
  const [keepWords, setKeepWords] = useState(true);
  // A theme cannot go into what is nested in it.
  const nested = new Set(ids.flatMap((id) => [...withSubthemes(currentThemes(), id)]));
  const targets = themes.filter(({ id }) => !nested.has(id));
  const target = targets.find(({ id }) => id === into);
  const going = themes.filter(({ id }) => ids.includes(id));
  const canMerge = target !== undefined && going.length > 0;
  return (
    <Dialog
      title="Merge themes"
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button kind="quiet" onPress={closeDialog}>
            Cancel
          </Button>
          <Button
            kind="primary"
            isDisabled={!canMerge}
            onPress={() => {
              if (target !== undefined) void mergeThemes(going, target, keepWords);
            }}
          >
            Merge themes
          </Button>
        </>
      }
    >
      <MultiChoice
        label="Themes that go"
        options={themes.map(({ id, name, parentId }) => ({
          id,
          name,
          note: themes.find((above) => above.id === parentId)?.name,
        }))}
        value={ids}
        onChange={setIds}
        placeholder="Choose themes"
        noun="theme"
      />
      <Select
        label="Theme that stays"
        choices={targets.map(({ id, name }) => ({ id, name }))}
        value={target === undefined ? null : target.id}
        onChange={setInto}
        placeholder="Choose a theme"
      />
      {going.some(hasWords) ? (
        <Checkbox isSelected={keepWords} onChange={setKeepWords}>
          Add {going.length === 1 ? 'its' : 'their'} words to those of the theme that stays
        </Checkbox>
      ) : null}
      {canMerge ? (
        <What board={board} going={going} into={target} keepWords={keepWords} />
      ) : (
        <p className={styles.what}>Choose the theme that takes over the codes.</p>
      )}
    </Dialog>
  );
};
