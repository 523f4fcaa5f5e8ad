import { useId, useState } from 'react';
import { Form } from 'react-aria-components';
import { call } from '#renderer/client/call.ts';
import { edit, showError } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

const codeAs = async (id: string, name: string): Promise<void> => {
  const reply = await call('coders.use', { id });
  if (reply.ok) announce(`Coding as ${name}`);
  else showError(reply.error);
};

const AddCoder = ({ onClose }: { readonly onClose: () => void }) => {
  const [name, setName] = useState('');
  const form = useId();
  const add = async (): Promise<void> => {
    const coder = await edit('coders.create', { name: name.trim() });
    if (coder === null) return;
    onClose();
    await codeAs(coder.id, coder.name);
  };
  return (
    <Dialog
      title="Add a coder"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form} isDisabled={name.trim() === ''}>
            Add coder
          </Button>
        </>
      }
    >
      <Form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void add();
        }}
      >
        <TextField
          label="Name or initials"
          value={name}
          maxLength={200}
          onChange={setName}
          autoFocus
        />
      </Form>
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
    onAction: () => void codeAs(coder.id, coder.name),
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
