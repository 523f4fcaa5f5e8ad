/** A quote as it leaves the project: words, not ids. Absent things are ''. */
export interface ListedSegment {
  readonly code: string;
  readonly coder: string;
  readonly source: string;
  readonly pseudonym: string;
  readonly speaker: string;
  readonly group: string;
  readonly timePoint: string;
  /** Counted from 1; null outside any turn. */
  readonly turn: number | null;
  readonly text: string;
  readonly important: boolean;
  readonly level: string;
  /** The memos on the coding as plain words. */
  readonly memo: string;
}

/** Retrieved quotes under headings, as they leave the project. */
export interface SegmentList {
  readonly project: string;
  /** The day it was made, `YYYY-MM-DD`. */
  readonly date: string;
  readonly headings: readonly {
    /** '' where segments are not grouped. */
    readonly name: string;
    readonly segments: readonly ListedSegment[];
  }[];
}
