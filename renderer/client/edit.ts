import { toast } from 'sonner';
import { announce } from '#renderer/ui/announce.ts';
import type { CallError } from '#shared/contract/errors.ts';
import type { Answer, Input, MethodOf } from '#shared/contract/index.ts';
import { call } from './call.ts';

const copyDetails = (error: CallError) => ({
  label: 'Copy details',
  onClick: () => void navigator.clipboard.writeText(JSON.stringify(error, null, 2)),
});

/** Shows a failure: what happened, what was kept, what to do. It stays until it is closed. */
export const showError = (error: CallError): void => {
  announce(error.message);
  toast.error(error.message, {
    // The same failure again takes the place of the one before.
    id: `${error.code} ${error.message}`,
    duration: Number.POSITIVE_INFINITY,
    ...(error.details === undefined && error.code !== 'internal'
      ? {}
      : { action: copyDetails(error) }),
  });
};

/** How long a toast with Undo stays, in milliseconds. Undo itself stays in the status bar. */
const undoStays = 10_000;
let undoToast: string | number | undefined;

/** Undo in a toast means the edit it names, so it goes as soon as something else is done. */
const dropUndoToast = (): void => {
  if (undoToast !== undefined) toast.dismiss(undoToast);
  undoToast = undefined;
};

/** Undoes the last edit and says so. */
export const undo = async (): Promise<void> => {
  dropUndoToast();
  const reply = await call('history.undo', {});
  if (!reply.ok) return showError(reply.error);
  announce(`Undone: ${reply.value.label}`);
};

/** Brings back what was undone last and says so. */
export const redo = async (): Promise<void> => {
  dropUndoToast();
  const reply = await call('history.redo', {});
  if (!reply.ok) return showError(reply.error);
  announce(`Redone: ${reply.value.label}`);
};

/**
 * Undoes one step, however old, and says so. Answers why not where later work depends on it, which
 * is for the screen to show; any other failure has been shown, and is null too.
 */
export const undoStep = async (id: string): Promise<CallError | null> => {
  dropUndoToast();
  const reply = await call('history.undoSet', { id });
  if (reply.ok) {
    announce(`Undone: ${reply.value.label}`);
    return null;
  }
  if (reply.error.code === 'depends') return reply.error;
  showError(reply.error);
  return null;
};

interface Said {
  /** What screen readers hear once it is on disk. */
  readonly announce?: string;
  /** What is shown for a few seconds with Undo beside it: for what takes something away. */
  readonly toast?: string;
}

/**
 * Makes an edit. The cache follows from the `changed` event, so nothing is to be read again by
 * hand. What is said may depend on the worth. Answers the worth, or null when it failed, which has
 * then been shown.
 */
export const edit = async <M extends MethodOf<'edit'>>(
  method: M,
  input: Input<M>,
  saying: Said | ((worth: Answer<M>) => Said) = {},
): Promise<Answer<M> | null> => {
  dropUndoToast();
  const reply = await call(method, input);
  if (!reply.ok) {
    showError(reply.error);
    return null;
  }
  const said = typeof saying === 'function' ? saying(reply.value) : saying;
  if (said.announce !== undefined) announce(said.announce);
  if (said.toast !== undefined) {
    announce(`${said.toast}. Undo available.`);
    undoToast = toast(said.toast, {
      duration: undoStays,
      action: { label: 'Undo', onClick: () => void undo() },
    });
  }
  return reply.value;
};
