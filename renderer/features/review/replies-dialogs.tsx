import { CircleAlert, CircleCheck, CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { quoted } from '#renderer/ui/words.ts';
import type { ReplyImport } from '#shared/contract/replies.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import { ExportLog } from './export-log.tsx';
import { PaperReply } from './paper-reply.tsx';
import styles from './replies.module.css';
import { closeDialog, useRepliesState } from './replies-state.ts';
import { countedReplies } from './reply-words.tsx';

interface WhoProps {
  readonly id: string;
  readonly reviewer: string;
  readonly role: string;
}

const Who = ({ id, reviewer, role }: WhoProps) => {
  const [name, setName] = useState(reviewer);
  const [as, setAs] = useState(role);
  const save = async (): Promise<void> => {
    closeDialog();
    if (name.trim() === reviewer && as.trim() === role) return;
    await edit(
      'replies.update',
      { id, reviewer: name.trim(), role: as.trim() },
      { announce: `The reply is now ${quoted(name.trim())}’s` },
    );
  };
  return (
    <Dialog
      title="Who replied"
      isOpen
      onClose={closeDialog}
      actions={
        <>
          <Button kind="quiet" onPress={closeDialog}>
            Cancel
          </Button>
          <Button kind="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <TextField
        label="Pseudonym or initials"
        description="A name that does not tell strangers who it is."
        maxLength={200}
        autoFocus
        value={name}
        onChange={setName}
      />
      <TextField
        label="Role"
        placeholder="For example PPI contributor"
        maxLength={200}
        value={as}
        onChange={setAs}
      />
    </Dialog>
  );
};

const icons = { imported: CircleCheck, duplicate: CopyCheck, refused: CircleAlert } as const;
const statuses = {
  imported: 'Imported',
  duplicate: 'Here already',
  refused: 'Not imported',
} as const;

const ImportLine = ({ file, status, warnings, error }: ReplyImport) => {
  const Icon = icons[status];
  return (
    <li className={styles.importLine} data-status={status}>
      <Icon size={16} aria-hidden />
      <div>
        <p className={styles.importFile}>
          <bdi>{file}</bdi> <span>{statuses[status]}</span>
        </p>
        {[error?.message ?? '', ...warnings].map((words) =>
          words === '' ? null : <p key={words}>{words}</p>,
        )}
      </div>
    </li>
  );
};

const Imports = ({ files }: { readonly files: readonly ReplyImport[] }) => {
  const count = files.filter(({ status }) => status === 'imported').length;
  const worstFirst = files.toSorted(
    (a, b) => Number(a.status === 'imported') - Number(b.status === 'imported'),
  );
  return (
    <Dialog
      title={`${countedReplies(count)} of ${files.length.toLocaleString()} imported`}
      isOpen
      size="medium"
      onClose={closeDialog}
      actions={
        <Button kind="primary" autoFocus onPress={closeDialog}>
          Close
        </Button>
      }
    >
      <ul className={styles.imports}>
        {worstFirst.map((file) => (
          <ImportLine key={file.token} {...file} />
        ))}
      </ul>
    </Dialog>
  );
};

/** What stands above the replies and the log. */
export const RepliesDialogs = () => {
  const dialog = useRepliesState((state) => state.dialog);
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'who':
      return <Who key={dialog.id} {...dialog} />;
    case 'imports':
      return <Imports files={dialog.files} />;
    case 'paper':
      return <PaperReply />;
    case 'export-log':
      return <ExportLog />;
    default:
      return assertNever(dialog);
  }
};
