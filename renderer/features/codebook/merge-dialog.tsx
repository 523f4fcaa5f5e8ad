import { useMemo, useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { counted, listed, quoted } from '#renderer/ui/words.ts';
import type { Code } from '#shared/model/code.ts';
import { codeParts } from '#shared/model/codebook.ts';
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

/** Whether any of the codes says what it means. */
const hasWords = (codes: readonly Code[]): boolean =>
  codes.some((code) => codeParts.some(({ key }) => code[key].trim() !== ''));

interface WhatProps {
  readonly ids: readonly string[];
  readonly into: string;
  readonly keepWords: boolean;
}

const What = ({ ids, into, keepWords }: WhatProps) => {
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
        {goes}.{' '}
        {keepWords && hasWords(going)
          ? `What ${going.length === 1 ? 'it' : 'they'} said stands behind the words of ${target}, with the name it came from.`
          : `${target} keeps its own definition.`}
      </p>
    </div>
  );
};

/** Chooses what codes are merged into, and says what will happen. */
export const MergeDialog = ({ ids }: { readonly ids: readonly string[] }) => {
  const options = useOptions(ids);
  const codes = useCall('codes.list', {}).data ?? [];
  const [into, setInto] = useState<string | null>(null);
  const [keepWords, setKeepWords] = useState(true);
  const from = others(ids, into ?? '');
  const going = codes.filter((code) => from.includes(code.id));
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
              if (into !== null) void mergeCodes(ids, into, keepWords);
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
      {into !== null && hasWords(going) ? (
        <Checkbox isSelected={keepWords} onChange={setKeepWords}>
          Add {going.length === 1 ? 'its definition' : 'their definitions'} to that of the code that
          stays
        </Checkbox>
      ) : null}
      {into === null ? (
        <p className={styles.what}>Choose the code that takes over the codings.</p>
      ) : (
        <What ids={ids} into={into} keepWords={keepWords} />
      )}
    </Dialog>
  );
};
