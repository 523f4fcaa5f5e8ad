import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { startReport } from './writing-actions.ts';
import { closeDialog } from './writing-state.ts';

const templates = [
  {
    id: 'themes',
    name: 'From the themes',
    description:
      'An introduction, a table of themes, each theme that is reviewed or named with its narrative and quotes, and the findings.',
  },
  { id: 'empty', name: 'Empty', description: 'Parts are added one by one.' },
] as const;

/** Names a new report and chooses what it begins with. */
export const NewReport = () => {
  const project = useCall('project.state', {}).data?.project?.name ?? '';
  const [name, setName] = useState(project);
  const [template, setTemplate] = useState<(typeof templates)[number]['id']>('themes');
  const start = (): void => {
    closeDialog();
    void startReport(name.trim(), template);
  };
  return (
    <Dialog
      title="New report"
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button kind="quiet" onPress={closeDialog}>
            Cancel
          </Button>
          <Button kind="primary" isDisabled={name.trim() === ''} onPress={start}>
            Start report
          </Button>
        </>
      }
    >
      <TextField
        label="Title"
        autoFocus
        maxLength={200}
        value={name}
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && name.trim() !== '') start();
        }}
      />
      <RadioGroup label="Begin with" choices={templates} value={template} onChange={setTemplate} />
    </Dialog>
  );
};
