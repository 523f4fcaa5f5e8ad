import { assertNever } from '#shared/model/assert-never.ts';
import { useCodebookState } from './codebook-state.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { ExportCodebook } from './export-codebook.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { NewCodeDialog } from './new-code-dialog.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';

/** Whatever stands above the codebook now. */
export const CodebookDialogs = () => {
  const dialog = useCodebookState((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'new':
      return <NewCodeDialog {...dialog} />;
    case 'merge':
      return <MergeDialog ids={dialog.ids} />;
    case 'split':
      return <SplitDialog id={dialog.id} />;
    case 'review':
      return <ReviewDialog id={dialog.id} />;
    case 'move':
      return <MoveDialog ids={dialog.ids} />;
    case 'delete':
      return <DeleteDialog ids={dialog.ids} impact={dialog.impact} />;
    case 'export':
      return <ExportCodebook />;
    default:
      return assertNever(dialog);
  }
};
