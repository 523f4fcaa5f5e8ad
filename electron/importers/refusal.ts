import type { ImportRefusal, ImportRefusalCode } from '#shared/model/document.ts';

/** A file that is not taken: thrown by a reader, answered as a value by `readDocument`. */
export class Refused extends Error {
  readonly code: ImportRefusalCode;

  constructor(code: ImportRefusalCode, message: string) {
    super(message);
    this.name = 'Refused';
    this.code = code;
  }

  /** The refusal as the value that crosses the boundary. */
  toRefusal(): ImportRefusal {
    return { code: this.code, message: this.message };
  }
}
