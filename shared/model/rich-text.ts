import { z } from 'zod';

const parsesAsEditorState = (value: string): boolean => {
  if (value === '') return true;
  try {
    const state: unknown = JSON.parse(value);
    return typeof state === 'object' && state !== null && 'root' in state;
  } catch {
    return false;
  }
};

/** Rich text as the editor's serialised state (JSON with a `root`), or '' when nothing is written. */
export const richTextSchema = z
  .string()
  .max(5_000_000)
  .refine(parsesAsEditorState, 'Rich text is the JSON of an editor state, or empty');
export type RichText = string;
