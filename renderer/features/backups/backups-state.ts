import { create } from 'zustand';

/** Whose backups are shown: the open project's, a file's that could not be opened, or nobody's. */
export type BackupsOf =
  | { readonly kind: 'open project' }
  | { readonly kind: 'file'; readonly token: string };

/** What the backups dialog is open for; null while it is closed. */
export const useBackupsState = create<{ readonly of: BackupsOf | null }>(() => ({ of: null }));

/** Shows the backups of the open project, or of a file. */
export const showBackups = (of: BackupsOf = { kind: 'open project' }): void =>
  useBackupsState.setState({ of });

/** Closes the dialog. */
export const closeBackups = (): void => useBackupsState.setState({ of: null });
