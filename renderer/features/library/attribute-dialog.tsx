import { useState } from 'react';
import { Form } from 'react-aria-components';
import { edit } from '#renderer/client/edit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Attribute, AttributeType } from '#shared/model/attribute.ts';
import { head, useCaseState } from './case-state.ts';

const types: readonly { readonly id: AttributeType; readonly name: string }[] = [
  { id: 'text', name: 'Text, for example a practice or an age band' },
  { id: 'number', name: 'Number, for example years with pain' },
  { id: 'date', name: 'Date, as year-month-day' },
];

const close = (): void => useCaseState.setState({ dialog: null });

const Fields = ({ attribute }: { readonly attribute: Attribute | undefined }) => {
  const [name, setName] = useState(attribute?.name ?? '');
  const [type, setType] = useState<AttributeType>(attribute?.type ?? 'text');
  const typed = name.trim();
  const save = async (): Promise<void> => {
    if (typed === '') return;
    const saved =
      attribute === undefined
        ? await edit(
            'attributes.create',
            { name: typed, type },
            { announce: `Attribute ${typed} added. Undo available.` },
          )
        : await edit(
            'attributes.update',
            { id: attribute.id, name: typed, type },
            { announce: `Attribute ${typed} changed. Undo available.` },
          );
    if (saved === null) return;
    close();
    // The new column is shown, wherever the grid has been scrolled to.
    if (attribute === undefined)
      useCaseState.setState({
        at: { caseId: head, columnId: saved.id, row: -1, column: saved.position },
      });
  };
  return (
    <Dialog
      title={attribute === undefined ? 'Add attribute' : 'Change attribute'}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button kind="primary" isDisabled={typed === ''} onPress={() => void save()}>
            {attribute === undefined ? 'Add attribute' : 'Save attribute'}
          </Button>
        </>
      }
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label="Name"
          autoFocus
          maxLength={200}
          placeholder="Age band"
          value={name}
          onChange={setName}
        />
      </Form>
      <Select label="Type" choices={types} value={type} onChange={setType} />
    </Dialog>
  );
};

/** The form for a new attribute, or for the name and type of one that is there. */
export const AttributeDialog = ({ attributes }: { readonly attributes: readonly Attribute[] }) => {
  const dialog = useCaseState((state) => state.dialog);
  const attribute = attributes.find(({ id }) => id === dialog);
  if (dialog === null || (dialog !== 'new' && attribute === undefined)) return null;
  return <Fields key={dialog} attribute={attribute} />;
};
