import { create } from 'zustand';
import { runJob } from '#renderer/client/call.ts';
import { edit, showError } from '#renderer/client/edit.ts';
import { platform } from '#renderer/client/platform.ts';
import { announce } from '#renderer/ui/announce.ts';
import { counted, listed } from '#renderer/ui/words.ts';
import type { Output } from '#shared/contract/index.ts';
import type { AttributePlan, Types } from './attribute-plan.ts';

interface AttributeImport {
  /** The table that was read; null while none is looked at. */
  readonly table: Output<'attributes.readTable'> | null;
  readonly types: Types;
  readonly isReading: boolean;
}

const nothing: AttributeImport = { table: null, types: {}, isReading: false };

/** The table of attributes that is looked at before it is imported. Never saved. */
export const useAttributeImport = create<AttributeImport>(() => nothing);

/** Looks at no table any more. */
export const closeAttributeImport = (): void => useAttributeImport.setState(nothing);

const read = async (): Promise<void> => {
  const [file] = await platform.pickFiles({ name: 'Tables', extensions: ['csv', 'tsv'] });
  if (file === undefined) return;
  useAttributeImport.setState({ ...nothing, isReading: true });
  const reply = await runJob('attributes.readTable', { file: file.token, name: file.name });
  if (reply.ok) useAttributeImport.setState({ ...nothing, table: reply.value });
  else showError(reply.error);
};

/** Asks for a table and shows what importing it would do. */
export const pickAttributes = async (): Promise<void> => {
  if (useAttributeImport.getState().isReading) return;
  try {
    await read();
  } catch (thrown) {
    showError({
      code: 'file-unreadable',
      message: `The file could not be read. Nothing was imported. ${String(thrown)}`,
    });
  } finally {
    useAttributeImport.setState({ isReading: false });
  }
};

/** Imports what was looked at, as one step. */
export const importAttributes = async ({ input }: AttributePlan): Promise<void> => {
  if (input === null) return;
  const done = await edit('attributes.setTable', input);
  if (done === null) return;
  closeAttributeImport();
  const { cases, attributes, values } = done;
  const said = listed([
    counted(values, 'value'),
    ...(attributes === 0 ? [] : [counted(attributes, 'new attribute')]),
    ...(cases === 0 ? [] : [counted(cases, 'new case')]),
  ]);
  announce(`Imported ${said}. Undo available.`);
};
