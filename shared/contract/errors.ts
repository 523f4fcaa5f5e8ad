import { z } from 'zod';

/** Every way a call can fail. Closed: a new way to fail gets a new code here and words below. */
export const errorCodes = [
  'bad-input',
  'unknown-call',
  'not-found',
  'conflict',
  'nothing-to-undo',
  'depends',
  'no-project',
  'project-locked',
  'project-newer',
  'project-damaged',
  'project-read-only',
  'not-a-project',
  'file-exists',
  'file-missing',
  'file-unreadable',
  'disk-full',
  'import-refused',
  'export-refused',
  'too-slow',
  'cancelled',
  'internal',
] as const;
const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** A failure as a value. `message` is for people; `details` helps a program or a bug report. */
export const callErrorSchema = z.object({
  code: errorCodeSchema,
  message: z.string(),
  details: z.json().optional(),
});
export type CallError = Readonly<z.infer<typeof callErrorSchema>>;

/** What is said to people where a failure brings no words of its own: what happened, what was kept, what to do. */
const words: Readonly<Record<ErrorCode, string>> = {
  'bad-input': 'Some of what was entered does not fit. Nothing was changed.',
  'unknown-call': 'There is no such call. contract.describe lists them all.',
  'not-found': 'This record is no longer in the project. It may have been deleted or undone.',
  conflict: 'This does not go together with what is in the project. Nothing was changed.',
  'nothing-to-undo': 'There is nothing to undo.',
  depends: 'Later work depends on this, so it cannot be undone on its own. Nothing was changed.',
  'no-project': 'No project is open. Open or create one first.',
  'project-locked':
    'This project is open somewhere else. Close it there, then open it again. Nothing was changed.',
  'project-newer':
    'This project was saved by a newer version of Understory. It was left untouched. Update Understory to open it.',
  'project-damaged':
    'This project file is damaged. It was left untouched. Restore the latest backup, or send the file to someone who can look at it.',
  'project-read-only':
    'This project cannot be written to. It was left untouched. Copy it to a folder where you can save, and open the copy.',
  'not-a-project': 'This file is not an Understory project. It was left untouched.',
  'file-exists': 'There is already a file with this name. It was left untouched. Choose another.',
  'file-missing': 'The file is not there any more. It may have been moved or renamed.',
  'file-unreadable': 'The file could not be read. Check that you may open it, then try again.',
  'disk-full':
    'The disk is full, so the last step was not saved. Everything before it is. Free some space, then try again.',
  'import-refused': 'The file could not be imported. The other files are not affected.',
  'export-refused': 'The export could not be written. The project is not affected.',
  'too-slow':
    'This expression would take very long, so it was stopped. Nothing was changed. Make it simpler, for example without a repetition inside a repetition.',
  cancelled: 'Stopped as you asked. What was finished before is kept.',
  internal:
    'Something went wrong inside Understory. Nothing was changed. The details help whoever looks into it.',
};

/** A failure on its way to becoming a reply; the only thing that handlers and the project throw. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly details: z.infer<ReturnType<typeof z.json>> | undefined;

  constructor(code: ErrorCode, message?: string, details?: Failure['details']) {
    super(message ?? words[code]);
    this.name = 'Failure';
    this.code = code;
    this.details = details;
  }

  /** The failure as the value that crosses the boundary. */
  toError(): CallError {
    return {
      code: this.code,
      message: this.message,
      ...(this.details === undefined ? {} : { details: this.details }),
    };
  }
}
