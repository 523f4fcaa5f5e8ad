import { useState } from 'react';
import { ask } from '#renderer/client/call.ts';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

const AddCoder = ({ onClose }: { readonly onClose: () => void }) => {
  const [name, setName] = useState('');
  const add = async (): Promise<void> => {
    const coder = await edit('coders.create', { name }, { announce: `Coder ${name} added` });
    if (coder === null) return;
    await ask('coders.use', { id: coder.id });
    onClose();
  };
  return (
    <Dialog
      title="Add a coder"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={name.trim() === ''} onPress={() => void add()}>
            Add coder
          </Button>
        </>
      }
    >
      <TextField label="Name or initials" value={name} onChange={setName} autoFocus />
    </Dialog>
  );
};

/** Who is coding now; lets another take over. */
export const CoderMenu = () => {
  const { data } = useCall('project.state', {});
  const coders = useCall('coders.list', {});
  const [adding, setAdding] = useState(false);
  const entries = (coders.data ?? []).map((coder) => ({
    id: coder.id,
    label: coder.id === data?.coder?.id ? `${coder.name} (now)` : coder.name,
    onAction: () => void ask('coders.use', { id: coder.id }),
  }));
  return (
    <>
      <Menu
        label="Code as"
        entries={[
          ...entries,
          'separator',
          { id: 'add', label: 'Add a coder', onAction: () => setAdding(true) },
        ]}
      >
        <Button kind="quiet" small>
          Coder: {data?.coder?.name ?? 'nobody'}
        </Button>
      </Menu>
      {adding ? <AddCoder onClose={() => setAdding(false)} /> : null}
    </>
  );
};
