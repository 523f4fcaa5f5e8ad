import { type ErrorCode, Failure } from '#shared/contract/errors.ts';

const codes: readonly (readonly [prefix: string, code: ErrorCode, message?: string])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'project-read-only'],
  ['SQLITE_PERM', 'project-read-only'],
  ['SQLITE_CORRUPT', 'project-damaged'],
  ['SQLITE_NOTADB', 'not-a-project'],
  ['SQLITE_BUSY', 'project-locked'],
  ['SQLITE_LOCKED', 'project-locked'],
  ['SQLITE_CANTOPEN', 'file-unreadable'],
  [
    'SQLITE_IOERR',
    'disk-full',
    'The disk did not take or give the data. The last step was not saved. Everything before it is. Check the disk and its free space.',
  ],
  [
    'SQLITE_CONSTRAINT_UNIQUE',
    'conflict',
    'There is already one with this name or place. Nothing was changed.',
  ],
  [
    'SQLITE_CONSTRAINT_PRIMARYKEY',
    'conflict',
    'There is already a record with this id. Nothing was changed.',
  ],
  [
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'not-found',
    'This refers to a record that is not in the project. Nothing was changed.',
  ],
  [
    'SQLITE_CONSTRAINT_CHECK',
    'bad-input',
    'The place given does not fit: its end comes before its start. Nothing was changed.',
  ],
];

/** Turns what SQLite throws into a failure of the closed set; anything else is `internal`. */
export const toFailure = (thrown: unknown): Failure => {
  if (thrown instanceof Failure) return thrown;
  if (!(thrown instanceof Error)) return new Failure('internal', undefined, String(thrown));
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const known = codes.find(([prefix]) => code.startsWith(prefix));
  if (known !== undefined) return new Failure(known[1], known[2], thrown.message);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new Failure('disk-full');
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Failure('file-missing');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Failure('project-read-only');
  return new Failure('internal', undefined, { error: thrown.message, stack: thrown.stack ?? '' });
};
