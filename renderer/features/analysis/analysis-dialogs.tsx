import { useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { CodeSearch } from '#renderer/features/codebook/code-search.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted } from '#renderer/ui/words.ts';
import { recodeTargets, saveQuery, targets } from './analysis-actions.ts';
import { showDialog, useAnalysisState } from './analysis-state.ts';
import { ExportSegments } from './export-segments.tsx';

const close = (): void => showDialog(null);

/** Recodes to the code that is chosen, at once, as in the reading pane. */
const Recode = () => {
  const codes = useCall('codes.list', {}).data;
  const options = useMemo(() => {
    const names = new Map(codes?.map(({ id, name }) => [id, name]));
    return (codes ?? []).map((each) => ({
      id: each.id,
      name: each.name,
      code: each,
      note: each.parentId === null ? '' : (names.get(each.parentId) ?? ''),
    }));
  }, [codes]);
  return (
    <Dialog
      title={`Recode ${counted(targets().length, 'segment')}`}
      isOpen
      onClose={close}
      actions={
        <Button kind="quiet" onPress={close}>
          Cancel
        </Button>
      }
    >
      <CodeSearch
        label="Recode to"
        options={options}
        value={null}
        onChange={(id) => void recodeTargets(id)}
      />
    </Dialog>
  );
};

const Save = () => {
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const save = (): void => {
    if (name.trim() === '') setError('Give the query a name, for example what it is asked for.');
    else void saveQuery(name.trim());
  };
  return (
    <Dialog
      title="Save query"
      isOpen
      onClose={close}
      actions={
        <>
          <Button kind="quiet" onPress={close}>
            Cancel
          </Button>
          <Button kind="primary" onPress={save}>
            Save query
          </Button>
        </>
      }
    >
      <TextField
        label="Name of the query"
        value={name}
        onChange={(typed) => {
          setName(typed);
          setError(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
        }}
        maxLength={200}
        error={error}
        autoFocus
      />
    </Dialog>
  );
};

/** What stands above the results. */
export const AnalysisDialogs = ({ ids }: { readonly ids: readonly string[] }) => {
  const dialog = useAnalysisState((state) => state.dialog);
  switch (dialog) {
    case 'recode':
      return <Recode />;
    case 'save':
      return <Save />;
    case 'export':
      return <ExportSegments ids={ids} />;
    default:
      return null;
  }
};
