import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { codePaths } from './code-rows.ts';
import { type CodeOption, CodeSearch } from './code-search.tsx';
import { calling, carryOut } from './codebook-actions.ts';
import { codesOutside } from './codebook-data.ts';
import { closeDialog } from './codebook-state.ts';

const top = 'top';

/** Chooses the code that codes shall be nested in: what dragging does, from the keyboard. */
export const MoveDialog = ({ ids }: { readonly ids: readonly string[] }) => {
  const codes = useCall('codes.list', {}).data;
  const options = useMemo((): readonly CodeOption[] => {
    const paths = codePaths(codes ?? []);
    return [
      { id: top, name: 'Top level of the codebook', code: null, note: '' },
      ...codesOutside(codes ?? [], ids).map((code) => ({
        id: code.id,
        name: code.name,
        code,
        note: paths.get(code.id)?.join(' › ') ?? '',
      })),
    ];
  }, [codes, ids]);
  return (
    <Dialog
      title={`Move ${calling(ids)} to`}
      isOpen
      onClose={closeDialog}
      actions={
        <Button kind="quiet" onPress={closeDialog}>
          Cancel
        </Button>
      }
    >
      <CodeSearch
        label="Code to nest under"
        options={options}
        value={null}
        onChange={(id) => {
          closeDialog();
          void carryOut({ ids, parentId: id === top ? null : id });
        }}
      />
    </Dialog>
  );
};
