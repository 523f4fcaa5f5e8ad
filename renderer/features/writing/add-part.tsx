import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Select } from '#renderer/ui/select.tsx';
import type { Report } from '#shared/model/report.ts';
import { addPart } from './writing-actions.ts';
import { partCommands } from './writing-commands.ts';

const none: readonly never[] = [];

const AddTheme = ({
  report,
  onClose,
}: {
  readonly report: Report;
  readonly onClose: () => void;
}) => {
  const themes = useCall('themes.list', {}).data ?? none;
  const [themeId, setThemeId] = useState<string | null>(null);
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  const choices = themes
    .filter(({ status }) => status !== 'retired')
    .map(({ id, name, parentId }) => ({
      id,
      name: parentId === null ? name : `${names.get(parentId) ?? ''} › ${name}`,
    }));
  return (
    <Dialog
      title="Add a theme"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button
            kind="primary"
            isDisabled={themeId === null}
            onPress={() => {
              onClose();
              if (themeId !== null) void addPart(report, { type: 'theme', themeId, codingIds: [] });
            }}
          >
            Add theme
          </Button>
        </>
      }
    >
      <Select
        label="Theme"
        placeholder={choices.length === 0 ? 'There are no themes yet' : 'Choose a theme'}
        choices={choices}
        value={themeId}
        onChange={setThemeId}
        isDisabled={choices.length === 0}
      />
    </Dialog>
  );
};

/** A menu of the kinds of part that can be added. */
export const AddPart = ({ report }: { readonly report: Report }) => {
  const [isTheme, setTheme] = useState(false);
  const entries = useMemo(() => {
    const [text, ...others] = partCommands(report).map(({ id, label, run }) => ({
      id,
      label,
      onAction: () => void run(),
    }));
    const theme = { id: 'report.add-theme', label: 'Add a theme', onAction: () => setTheme(true) };
    return [...(text === undefined ? [] : [text]), theme, ...others];
  }, [report]);
  return (
    <>
      <Menu label="Add to the report" entries={entries}>
        <Button small>
          <Plus size={14} aria-hidden /> Add part
        </Button>
      </Menu>
      {isTheme ? <AddTheme report={report} onClose={() => setTheme(false)} /> : null}
    </>
  );
};
