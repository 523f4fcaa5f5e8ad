import { initial } from './0001-initial.ts';
import { codingWorkspace } from './0002-coding-workspace.ts';
import { themesAndReview } from './0003-themes-and-review.ts';

/**
 * The schema's history: migration n (from 1) takes a file from version n-1 to n. Released ones are
 * never edited; a change to the schema is a new file at the end of this list.
 */
export const migrations: readonly string[] = [initial, codingWorkspace, themesAndReview];

/** The version this program writes. */
export const currentVersion = migrations.length;
