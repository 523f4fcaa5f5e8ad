import { useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import type { Answer, Input, MethodOf } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/reply.ts';
import { edit, showError } from './edit.ts';
import { platform } from './platform.ts';

/** How long typing has to pause before it is saved, in milliseconds. */
const pause = 800;
/**
 * How long after a save the value it wrote is awaited from the cache, in milliseconds: while the
 * cache has not moved at all, and once it has brought something else.
 */
const settling = { same: 10_000, other: 1000 };

/** Words that were typed and are on their way to the disk. */
interface Draft {
  readonly value: string;
  /** What was on disk, as far as was known here, when these words were begun. */
  readonly base: string;
  readonly state: 'typed' | 'saving' | 'saved' | 'failed';
  /** Why it could not be saved. */
  readonly problem: string | null;
  /** When it was saved, in milliseconds since 1970. */
  readonly savedAt: number;
}

/** Saves words; `base` is what they came from, so that what others changed meanwhile can be kept. */
type Save = (value: string, base: string) => Promise<Reply<unknown>>;

/** An edit as a field makes it that saves itself. Why it failed has then been shown already. */
export const saveBy = async <M extends MethodOf<'edit'>>(
  method: M,
  input: Input<M>,
): Promise<Reply<Answer<M>>> => {
  const value = await edit(method, input);
  return value === null
    ? { ok: false, error: { code: 'conflict', message: 'This is not saved yet.' } }
    : { ok: true, value };
};

/**
 * Drafts by field. They outlive the field on the screen, so that words typed there are saved, or at
 * least kept, whatever is looked at next.
 */
const useDrafts = create<{ readonly drafts: ReadonlyMap<string, Draft> }>(() => ({
  drafts: new Map(),
}));
const saves = new Map<string, Save>();
const timers = new Map<string, number>();
const underWay = new Map<string, Promise<void>>();

const draftOf = (key: string): Draft | undefined => useDrafts.getState().drafts.get(key);

const put = (key: string, draft: Draft | null): void => {
  const drafts = new Map(useDrafts.getState().drafts);
  if (draft === null) drafts.delete(key);
  else drafts.set(key, draft);
  useDrafts.setState({ drafts });
};

const isPending = (draft: Draft): boolean => draft.state === 'typed' || draft.state === 'failed';

const saveNow = async (key: string): Promise<void> => {
  const draft = draftOf(key);
  const save = saves.get(key);
  if (draft === undefined || save === undefined || !isPending(draft)) return;
  put(key, { ...draft, state: 'saving', problem: null });
  const reply = await save(draft.value, draft.base);
  const now = draftOf(key);
  // What was typed meanwhile goes on from what has just been saved.
  if (now?.state === 'typed' && reply.ok) put(key, { ...now, base: draft.value });
  if (now === undefined || now.state !== 'saving') return;
  put(
    key,
    reply.ok
      ? { ...now, state: 'saved', savedAt: Date.now() }
      : { ...now, state: 'failed', problem: reply.error.message },
  );
};

/** Saves what was typed in a field, one save after the other. */
const flush = async (key: string): Promise<void> => {
  clearTimeout(timers.get(key));
  while (underWay.has(key)) await underWay.get(key);
  const saving = saveNow(key).finally(() => underWay.delete(key));
  underWay.set(key, saving);
  await saving;
};

interface Typed {
  readonly value: string;
  readonly stored: string;
  readonly save: Save;
}

const note = (key: string, { value, stored, save }: Typed): void => {
  saves.set(key, save);
  const before = draftOf(key);
  const base = before?.state === 'saved' ? before.value : (before?.base ?? stored);
  put(key, { value, base, state: 'typed', problem: null, savedAt: 0 });
  clearTimeout(timers.get(key));
  timers.set(
    key,
    window.setTimeout(() => void flush(key), pause),
  );
};

const drop = (key: string): void => {
  clearTimeout(timers.get(key));
  put(key, null);
};

const leave = async (key: string): Promise<void> => {
  await flush(key);
  const draft = draftOf(key);
  if (draft?.state === 'saved') drop(key);
  if (draft?.state !== 'failed') return;
  showError({
    code: 'conflict',
    message: `${draft.problem ?? ''} What you typed is kept until this window is closed.`,
  });
};

const flushAll = (): void => {
  for (const key of useDrafts.getState().drafts.keys()) void flush(key);
};

addEventListener('visibilitychange', flushAll);
addEventListener('beforeunload', (event) => {
  const pending = [...useDrafts.getState().drafts.values()].some(
    (draft) => isPending(draft) || draft.state === 'saving',
  );
  flushAll();
  // A desktop window hears nothing of a page that refuses to go, so only browsers are asked to wait.
  if (pending && platform.host === 'browser') event.preventDefault();
});

/** Where the fields of one record stand: all on disk, some on their way, or some refused. */
export type SaveState = 'saved' | 'saving' | 'failed';

/** Where all fields whose keys begin with this stand together. */
export const useSaveState = (prefix: string): SaveState =>
  useDrafts(({ drafts }) => {
    const mine = [...drafts].filter(([key]) => key.startsWith(prefix)).map(([, draft]) => draft);
    if (mine.some((draft) => draft.state === 'failed')) return 'failed';
    return mine.every((draft) => draft.state === 'saved') ? 'saved' : 'saving';
  });

interface Options {
  /** Names the field of the record, for example `ID/definition`. */
  readonly key: string;
  /** The value on disk as far as it is known. */
  readonly stored: string;
  readonly save: Save;
  /** Why a value cannot be saved; null when it can. Such a value goes when the field is left. */
  readonly check?: (value: string) => string | null;
}

interface Autosaved {
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
  readonly onFocusChange: (focused: boolean) => void;
}

/**
 * A field that saves itself: when it is left and when typing pauses. What is typed stays until it is
 * on disk, even when the stored value changes meanwhile or another record is looked at.
 */
export const useAutosaved = ({ key, stored, save, check }: Options): Autosaved => {
  const draft = useDrafts(({ drafts }) => drafts.get(key));
  const [focused, setFocused] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const atSave = useRef({ savedAt: 0, stored });

  useEffect(() => {
    // What could not be saved when it was last on the screen gets another try.
    if (draftOf(key)?.state === 'failed') void flush(key);
    return () => void leave(key);
  }, [key]);

  useEffect(() => {
    if (draft?.state !== 'saved') return undefined;
    if (draft.value.trim() === stored.trim()) {
      if (!focused) drop(key);
      return undefined;
    }
    if (atSave.current.savedAt !== draft.savedAt)
      atSave.current = { savedAt: draft.savedAt, stored };
    // Something else was stored after it, for example by an undo, or the cache is a moment behind.
    const patience = atSave.current.stored === stored ? settling.same : settling.other;
    const wait = Math.max(0, draft.savedAt + patience - Date.now());
    const timer = setTimeout(() => {
      if (draftOf(key) === draft) drop(key);
    }, wait);
    return () => clearTimeout(timer);
  }, [draft, stored, focused, key]);

  return {
    value: refused ?? draft?.value ?? stored,
    problem: (refused === null ? draft?.problem : check?.(refused)) ?? null,
    onChange: (value) => {
      const bad = (check?.(value) ?? null) !== null;
      setRefused(bad ? value : null);
      if (!bad) note(key, { value, stored, save });
    },
    onFocusChange: (now) => {
      setFocused(now);
      if (now) return;
      setRefused(null);
      void flush(key);
    },
  };
};
