import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { kinds } from '#renderer/features/import/import-words.ts';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { SourceRow } from '#shared/contract/sources.ts';
import type { SourceKind } from '#shared/model/source.ts';
import { caseIdFor } from './library-actions.ts';

const none: readonly never[] = [];
const nowhere = 'none';

/** The value that all have; undefined where they differ. */
const common = <T,>(values: readonly T[]): T | undefined => {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
};

/** Kind, group, case and time point of one source or of many; a choice is saved at once. */
export const BelongsFields = ({ sources }: { readonly sources: readonly SourceRow[] }) => {
  const groups = useCall('groups.list', {}).data ?? none;
  const timePoints = useCall('timePoints.list', {}).data ?? none;
  const cases = useCall('cases.list', {}).data ?? none;
  const change = async (
    changes: Partial<Pick<SourceRow, 'kind' | 'groupId' | 'timePointId' | 'caseId'>>,
  ): Promise<void> => {
    await edit(
      'sources.update',
      { ids: sources.map((source) => source.id), changes },
      { announce: `Changed ${counted(sources.length, 'source')}. Undo available.` },
    );
  };
  const setCase = async (pseudonym: string): Promise<void> => {
    const caseId = await caseIdFor(pseudonym, cases);
    if (caseId !== undefined) await change({ caseId });
  };
  const groupId = common(sources.map((source) => source.groupId));
  const timePointId = common(sources.map((source) => source.timePointId));
  const caseId = common(sources.map((source) => source.caseId));
  const several = sources.length > 1 ? 'Several' : 'None';
  return (
    <>
      <Select<SourceKind>
        label="Kind"
        choices={kinds}
        value={common(sources.map((source) => source.kind)) ?? null}
        placeholder={several}
        onChange={(kind) => void change({ kind })}
      />
      <Select
        label="Group"
        choices={[...groups, { id: nowhere, name: 'No group' }]}
        value={groupId === undefined ? null : (groupId ?? nowhere)}
        placeholder={several}
        onChange={(id) => void change({ groupId: id === nowhere ? null : id })}
      />
      <ComboBox
        label="Case (pseudonym)"
        choices={cases.map((record) => record.pseudonym)}
        value={cases.find((record) => record.id === caseId)?.pseudonym ?? ''}
        placeholder={caseId === undefined ? several : 'None: choose or type'}
        onCommit={(pseudonym) => void setCase(pseudonym)}
      />
      <Select
        label="Time point"
        choices={[...timePoints, { id: nowhere, name: 'No time point' }]}
        value={timePointId === undefined ? null : (timePointId ?? nowhere)}
        placeholder={several}
        onChange={(id) => void change({ timePointId: id === nowhere ? null : id })}
      />
    </>
  );
};
