import { counted } from '#renderer/ui/words.ts';
import { patterns } from '#shared/model/document.ts';
import { type SourceKind, sourceKinds } from '#shared/model/source.ts';
import type { SpeakerRole } from '#shared/model/speaker.ts';

/** The kinds of source as the screen names them. */
export const kinds: readonly { readonly id: SourceKind; readonly name: string }[] = sourceKinds.map(
  (kind) => ({ id: kind, name: kind.charAt(0).toUpperCase() + kind.slice(1) }),
);

/** The roles of speakers as the screen names them. */
export const roles: readonly { readonly id: SpeakerRole; readonly name: string }[] = [
  { id: 'interviewer', name: 'Interviewer' },
  { id: 'participant', name: 'Participant' },
  { id: 'other', name: 'Other' },
];

/** How many speakers there are, in words. */
export const speakersIn = (count: number): string =>
  count === 0 ? 'no speakers' : counted(count, 'speaker');

/** What a way of telling speakers apart is called. */
export const patternName = (pattern: string): string =>
  Object.entries(patterns).find(([id]) => id === pattern)?.[1].name ?? pattern;

/** An encoding as people write it. */
export const encodingName = (encoding: string): string =>
  encoding.replace(/^utf|^iso/u, (start) => start.toUpperCase());
