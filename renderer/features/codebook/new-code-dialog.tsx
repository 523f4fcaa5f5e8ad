import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { announce } from '#renderer/ui/announce.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { fold, quoted } from '#renderer/ui/words.ts';
import { createCode } from './codebook-actions.ts';
import { choose, closeDialog } from './codebook-state.ts';

interface Props {
  readonly parentId: string | null;
  readonly position?: number;
}

const formId = 'new-code';

/** Asks for the name of a new code; one after the other where several are wanted. */
export const NewCodeDialog = ({ parentId, position }: Props) => {
  const codes = useCall('codes.list', {}).data ?? [];
  const [name, setName] = useState('');
  const [last, setLast] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [next, setNext] = useState(position);
  const [tried, setTried] = useState(false);
  const wanted = name.trim();
  const parent = codes.find((code) => code.id === parentId);
  const twin = codes.find((code) => wanted !== '' && fold(code.name) === fold(wanted));
  const finish = (): void => {
    closeDialog();
    if (last !== null) choose([last.id], true);
  };
  const create = async (more: boolean): Promise<void> => {
    if (wanted === '') {
      setTried(true);
      return;
    }
    const id = await createCode(wanted, {
      parentId,
      ...(next === undefined ? {} : { position: next }),
    });
    if (id === null) return;
    if (more) {
      setLast({ id, name: wanted });
      setName('');
      setNext(next === undefined ? undefined : next + 1);
      document.querySelector<HTMLElement>(`#${formId} input`)?.focus();
      announce(`Created ${quoted(wanted)}. Type the name of the next one.`);
      return;
    }
    closeDialog();
    choose([id], true);
  };
  return (
    <Dialog
      title={parent === undefined ? 'New code' : `New code inside ${quoted(parent.name)}`}
      isOpen
      onClose={finish}
      actions={
        <>
          <Button kind="quiet" onPress={finish}>
            {last === null ? 'Cancel' : 'Done'}
          </Button>
          <Button onPress={() => void create(true)}>Create and add another</Button>
          <Button kind="primary" type="submit" form={formId}>
            Create code
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void create(false);
        }}
      >
        <TextField
          label="Name"
          value={name}
          onChange={(typed) => {
            setName(typed);
            setTried(false);
          }}
          maxLength={200}
          autoFocus
          error={tried ? 'Type a name first' : undefined}
          description={
            twin === undefined
              ? last === null
                ? 'A few words, for example ‘Fear of movement’'
                : `Created ${quoted(last.name)}`
              : `There is a code ${quoted(twin.name)} already. A second one can be created all the same.`
          }
        />
      </Form>
    </Dialog>
  );
};
