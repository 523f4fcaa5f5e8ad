import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { listed, quoted } from '#renderer/ui/words.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import type { Theme } from '#shared/model/theme.ts';
import { MergeThemesDialog } from './merge-themes-dialog.tsx';
import { SplitThemeDialog } from './split-theme-dialog.tsx';
import { addCode, moveCode, placeTheme, retireTheme } from './theme-actions.ts';
import { type ThemeBoard, type ThemeNode, withSubthemes } from './theme-board.ts';
import { type PickerEntry, ThemePicker } from './theme-picker.tsx';
import { closeDialog, type ThemeDialog, useThemesState } from './themes-state.ts';
import { currentThemes } from './use-board.ts';

const Retire = ({ theme }: { readonly theme: Theme }) => {
  const [reason, setReason] = useState('');
  const retire = (): void => {
    closeDialog();
    void retireTheme(theme, reason);
  };
  return (
    <Dialog
      title={`Retire theme ${quoted(theme.name)}`}
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button kind="quiet" onPress={closeDialog}>
            Cancel
          </Button>
          <Button kind="primary" isDisabled={reason.trim() === ''} onPress={retire}>
            Retire theme
          </Button>
        </>
      }
    >
      <TextField
        label="Why it is retired"
        description="The reason stays with the theme, for the audit trail. The theme can be restored."
        placeholder="For example: its codes fit better in another theme"
        multiline
        autoFocus
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  );
};

/** The themes on the board as things to choose, nested ones with the names above them. */
const themeEntries = (
  nodes: readonly ThemeNode[],
  note: (node: ThemeNode) => string | null,
  above: readonly string[] = [],
): readonly PickerEntry[] =>
  nodes.flatMap((node) => {
    const { id, name } = node.theme;
    const own = note(node);
    const inside = themeEntries(node.subthemes, note, [...above, name]);
    if (own === null) return inside;
    return [
      { id, name, note: [...above, own].filter((part) => part !== '').join(' › ') },
      ...inside,
    ];
  });

const codeName = (board: ThemeBoard, id: string): string =>
  quoted([...board.placed, ...board.unplaced].find((code) => code.id === id)?.code.name ?? '');

interface ShownProps {
  readonly dialog: ThemeDialog;
  readonly board: ThemeBoard;
}

const MakeSubtheme = ({ theme, board }: { readonly theme: Theme; readonly board: ThemeBoard }) => {
  const inside = withSubthemes(currentThemes(), theme.id);
  return (
    <ThemePicker
      title={`Make ${quoted(theme.name)} a subtheme of`}
      label="Find a theme"
      entries={themeEntries(board.themes, (node) =>
        inside.has(node.theme.id) || node.theme.id === theme.parentId ? null : '',
      )}
      onChoose={(id) => {
        const beside = board.byId.get(id)?.theme;
        if (beside !== undefined) void placeTheme(theme.id, { beside, side: 'inside' });
      }}
    />
  );
};

const AddCodes = ({ node, board }: { readonly node: ThemeNode; readonly board: ThemeBoard }) => {
  const there = new Set(node.codes.map((code) => code.id));
  return (
    <ThemePicker
      title={`Add a code to ${quoted(node.theme.name)}`}
      label="Find a code"
      entries={[...board.unplaced, ...board.placed]
        .filter((code) => !there.has(code.id))
        .map(({ id, code, alsoIn }) => ({
          id,
          name: code.name,
          colour: code.colour,
          note: alsoIn.length === 0 ? 'unplaced' : `in ${listed(alsoIn)}`,
        }))}
      onChoose={(codeId) => void addCode({ codeId, themeId: node.theme.id })}
    />
  );
};

const Shown = ({ dialog, board }: ShownProps) => {
  const node = 'themeId' in dialog ? board.byId.get(dialog.themeId) : undefined;
  const without = (codeId: string): readonly PickerEntry[] =>
    themeEntries(board.themes, ({ codes }) =>
      codes.some((code) => code.id === codeId) ? null : '',
    );
  switch (dialog.kind) {
    case 'retire':
      return node === undefined ? null : <Retire theme={node.theme} />;
    case 'merge':
      return node === undefined ? null : <MergeThemesDialog theme={node.theme} board={board} />;
    case 'split':
      return node === undefined ? null : <SplitThemeDialog node={node} />;
    case 'make-subtheme':
      return node === undefined ? null : <MakeSubtheme theme={node.theme} board={board} />;
    case 'add-codes':
      return node === undefined ? null : <AddCodes node={node} board={board} />;
    case 'add-code-to':
      return (
        <ThemePicker
          title={`Add ${codeName(board, dialog.codeId)} to`}
          label="Find a theme"
          entries={without(dialog.codeId)}
          onChoose={(themeId) => void addCode({ codeId: dialog.codeId, themeId })}
        />
      );
    case 'move-code-to':
      return (
        <ThemePicker
          title={`Move ${codeName(board, dialog.codeId)} to`}
          label="Find a theme"
          entries={without(dialog.codeId)}
          onChoose={(themeId) =>
            void moveCode(dialog.fromThemeId, { codeId: dialog.codeId, themeId })
          }
        />
      );
    default:
      return assertNever(dialog);
  }
};

/** Whatever stands above the board. */
export const ThemeDialogs = ({ board }: { readonly board: ThemeBoard }) => {
  const dialog = useThemesState((state) => state.dialog);
  return dialog === null ? null : <Shown dialog={dialog} board={board} />;
};
