import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { counted, listed, quoted } from '#renderer/ui/words.ts';
import type { CodeImpact } from '#shared/contract/codes.ts';
import { calling, deleteCodes } from './codebook-actions.ts';
import styles from './codebook-dialogs.module.css';
import { closeDialog } from './codebook-state.ts';

interface Props {
  readonly ids: readonly string[];
  readonly impact: CodeImpact;
}

const goesAlong = (ids: readonly string[], impact: CodeImpact): readonly string[] => {
  const nested = impact.codes - ids.length;
  const { codings, sources, memos, themes, claims } = impact;
  return [
    nested > 0 ? `${counted(nested, 'code')} nested in ${ids.length === 1 ? 'it' : 'them'}` : '',
    codings > 0 ? `${counted(codings, 'coding')} in ${counted(sources, 'source')}` : '',
    memos > 0 ? counted(memos, 'memo') : '',
    themes.length > 0
      ? `${impact.codes === 1 ? 'its place' : 'their places'} in the ${
          themes.length === 1 ? 'theme' : 'themes'
        } ${listed(themes.map(quoted))}`
      : '',
    claims > 0 ? `what ${counted(claims, 'claim')} ${claims === 1 ? 'rests' : 'rest'} on` : '',
  ].filter((words) => words !== '');
};

/** Says what deleting codes takes along, before it is done. */
export const DeleteDialog = ({ ids, impact }: Props) => (
  <Dialog
    title={`Delete ${calling(ids)}`}
    isOpen
    onClose={closeDialog}
    actions={
      <>
        <Button kind="quiet" onPress={closeDialog}>
          Cancel
        </Button>
        <Button kind="danger" autoFocus onPress={() => void deleteCodes(ids, impact)}>
          {impact.codes === 1 ? 'Delete code' : `Delete ${counted(impact.codes, 'code')}`}
        </Button>
      </>
    }
  >
    <div>
      <p>This goes along:</p>
      <ul className={styles.along}>
        {goesAlong(ids, impact).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
    <p className={styles.soft}>
      The words of the sources stay as they are. Undo brings it all back.
    </p>
  </Dialog>
);
