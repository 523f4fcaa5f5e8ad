import { useState } from 'react';
import { Form, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import { splitTheme } from './theme-actions.ts';
import type { ThemeNode } from './theme-board.ts';
import styles from './theme-picker.module.css';
import { closeDialog } from './themes-state.ts';

const formId = 'split-theme';
const mostRows = 10;

/** Chooses the codes that a new theme takes over, and its name. */
export const SplitThemeDialog = ({ node }: { readonly node: ThemeNode }) => {
  const { theme, codes } = node;
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const wanted = name.trim();
  const ids = codes.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const split = (): void => {
    setTried(true);
    if (wanted !== '' && ids.length > 0) void splitTheme(theme, wanted, ids);
  };
  const left = codes.length - ids.length;
  const outcome =
    ids.length === 0
      ? tried
        ? 'Choose at least one code.'
        : 'Choose the codes the new theme takes over.'
      : `${counted(ids.length, 'code')} ${ids.length === 1 ? 'moves' : 'move'}, ${
          left === 0 ? 'none' : left.toLocaleString()
        } ${left === 1 ? 'stays' : 'stay'}.`;
  const height = rowHeight();
  return (
    <Dialog
      title={`Split ${quoted(theme.name)}`}
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <span className={styles.outcome} role="status">
            {outcome}
          </span>
          <Button kind="quiet" onPress={closeDialog}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId}>
            Split theme
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          split();
        }}
      >
        <TextField
          label="Name of the new theme"
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          error={tried && wanted === '' ? 'Type a name first' : undefined}
        />
      </Form>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: height }}>
        <GridList
          className={styles.codes ?? ''}
          style={{ height: Math.min(codes.length, mostRows) * height + 2 }}
          aria-label="Codes that move"
          items={codes}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            setChosen(new Set(keys === 'all' ? codes.map(({ id }) => id) : [...keys].map(String)))
          }
          escapeKeyBehavior="none"
        >
          {({ id, code, codings }) => (
            <GridListItem id={id} className={styles.code ?? ''} textValue={code.name}>
              <Checkbox slot="selection" />
              <CodeChip code={code} count={codings} />
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </Dialog>
  );
};
