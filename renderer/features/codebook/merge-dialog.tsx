import { useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { counted, listed, quoted } from '#renderer/ui/words.ts';
import type { Code } from '#shared/model/code.ts';
import { codePaths } from './code-rows.ts';
import { type CodeOption, CodeSearch } from './code-search.tsx';
import { mergeCodes } from './codebook-actions.ts';
import { codesOutside, codingsOf } from './codebook-data.ts';
import styles from './codebook-dialogs.module.css';
import { closeDialog } from './codebook-state.ts';

/** More codes than this are counted instead of named. */
const mostNamed = 4;

const others = (ids: readonly string[], into: string): readonly string[] =>
  ids.filter((id) => id !== into);

/** Codes that the chosen ones can be merged into; what is nested in one that goes cannot stay. */
const targets = (codes: readonly Code[], ids: readonly string[]): readonly Code[] =>
  codes.filter((code) => {
    const from = others(ids, code.id);
    return from.length > 0 && codesOutside(codes, from).includes(code);
  });

const useOptions = (ids: readonly string[]): readonly CodeOption[] => {
  const codes = useCall('codes.list', {}).data;
  return useMemo(() => {
    const paths = codePaths(codes ?? []);
    const options = targets(codes ?? [], ids).map((code) => ({
      id: code.id,
      name: code.name,
      code,
      note: ids.includes(code.id) ? 'chosen' : (paths.get(code.id)?.join(' › ') ?? ''),
    }));
    return options.toSorted((a, b) => Number(ids.includes(b.id)) - Number(ids.includes(a.id)));
  }, [codes, ids]);
};

const What = ({ ids, into }: { readonly ids: readonly string[]; readonly into: string }) => {
  const codes = useCall('codes.list', {}).data ?? [];
  const memos = useCall('memos.list', { targetKind: 'code' }).data ?? [];
  const inThemes = useCall('themes.codes', {}).data ?? [];
  const from = others(ids, into);
  const going = codes.filter((code) => from.includes(code.id));
  const target = quoted(codes.find((code) => code.id === into)?.name ?? '');
  const codings = codingsOf(new Set(from));
  const nested = codes.filter(
    (code) => code.parentId !== null && from.includes(code.parentId) && !ids.includes(code.id),
  ).length;
  const notes = memos.filter((memo) => from.includes(memo.targetId ?? '')).length;
  const places = inThemes.filter((place) => from.includes(place.codeId)).length;
  const moved = [
    counted(codings, 'coding'),
    ...(nested === 0 ? [] : [counted(nested, 'nested code')]),
    ...(notes === 0 ? [] : [counted(notes, 'memo')]),
    ...(places === 0 ? [] : [`${counted(places, 'place')} in themes`]),
  ];
  const goes = going.length === 1 ? 'goes' : 'go';
  return (
    <div className={styles.what} role="status">
      <p>
        {listed(moved)} {codings + nested + notes + places === 1 ? 'moves' : 'move'} to {target}.
        {codings === 0 ? '' : ' Where two codings would mark the same words, one stays.'}
      </p>
      <p>
        {going.length > mostNamed
          ? `The other ${counted(going.length, 'code')}`
          : listed(going.map((code) => quoted(code.name)))}{' '}
        {goes}, with {going.length === 1 ? 'its definition' : 'their definitions'}. {target} keeps
        its own.
      </p>
    </div>
  );
};

/** Chooses what codes are merged into, and says what will happen. */
export const MergeDialog = ({ ids }: { readonly ids: readonly string[] }) => {
  const options = useOptions(ids);
  const [into, setInto] = useState<string | null>(null);
  return (
    <Dialog
      title={ids.length === 1 ? 'Merge code into another' : `Merge ${counted(ids.length, 'code')}`}
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button kind="quiet" onPress={closeDialog}>
            Cancel
          </Button>
          <Button
            kind="primary"
            isDisabled={into === null}
            onPress={() => {
              if (into !== null) void mergeCodes(ids, into);
            }}
          >
            Merge codes
          </Button>
        </>
      }
    >
      <CodeSearch
        label={ids.length === 1 ? 'Code to merge into' : 'Code that stays'}
        options={options}
        value={into}
        onChange={setInto}
      />
      {into === null ? (
        <p className={styles.what}>Choose the code that takes over the codings.</p>
      ) : (
        <What ids={ids} into={into} />
      )}
    </Dialog>
  );
};
