import { v7 as uuidv7 } from 'uuid';
import { findRecord, getRecord, insertRecord, updateRecord } from '#electron/project/records.ts';
import { listSpeakers } from '#electron/project/speakers.ts';
import type { Store } from '#electron/project/store.ts';
import { getText } from '#electron/project/texts.ts';
import {
  carryOut,
  makeRoomForTurn,
  planCorrection,
  planMerge,
  type TextPlan,
} from '#electron/project/turns.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { Turn } from '#shared/model/turn.ts';
import { wholeGraphemes } from '#shared/text/units.ts';
import type { Handlers } from './context.ts';
import { effectOf } from './text-effect.ts';
import { counted, quoted } from './words.ts';

const numberOf = (turn: Turn): string => (turn.position + 1).toLocaleString('en-GB');

const correctionLabel = (
  store: Store,
  { edit }: TextPlan,
  { speeches, replacing }: CheckedInput<'turns.correct'>,
): string => {
  if (replacing !== undefined) {
    const places = counted(edit.replacements.length, 'place');
    return `Replace ${quoted(replacing.before)} by ${quoted(replacing.after)}, ${places}`;
  }
  const [only] = speeches;
  return speeches.length === 1 && only !== undefined
    ? `Correct turn ${numberOf(getRecord(store, 'turn', only.turnId))}`
    : `Correct ${counted(speeches.length, 'turn')}`;
};

const refuseLosses = (plan: TextPlan, agreed: readonly string[]): void => {
  const known = new Set(agreed);
  const lost = plan.codings.filter(
    ({ coding, change }) => change === 'lost' && !known.has(coding.id),
  );
  if (lost.length > 0)
    throw new Failure(
      'conflict',
      `${counted(lost.length, 'coding')} would lose all ${lost.length === 1 ? 'its' : 'their'} words. Nothing was saved. Look at what would be lost, then save again.`,
      { codingIds: lost.map(({ coding }) => coding.id) },
    );
};

/** The two turns that one becomes, without the white space at the place where it is split. */
const halves = (store: Store, turn: Turn, at: number): readonly [Turn, Turn] => {
  const speech = getText(store, turn.sourceId).slice(turn.speechStart, turn.end);
  const place = wholeGraphemes(speech, {
    start: Math.max(0, at - turn.speechStart),
    end: speech.length,
  }).start;
  const [head, tail] = [speech.slice(0, place).trimEnd(), speech.slice(place).trimStart()];
  if (at >= turn.end || head.trim() === '' || tail === '')
    throw new Failure(
      'bad-input',
      'A turn is split between two of its words. Nothing was changed.',
    );
  const start = turn.end - tail.length;
  return [
    { ...turn, end: turn.speechStart + head.length, endMs: null },
    {
      ...turn,
      id: uuidv7(),
      position: turn.position + 1,
      start,
      speechStart: start,
      startMs: null,
    },
  ];
};

/** The speaker that is meant, made if it is new; null for nobody. */
const speakerFor = (
  store: Store,
  sourceId: string,
  wanted: CheckedInput<'turns.setSpeaker'>['speaker'],
): string | null => {
  if (wanted === null) return null;
  if ('id' in wanted) {
    if (getRecord(store, 'speaker', wanted.id).sourceId !== sourceId)
      throw new Failure('conflict', 'This speaker belongs to another source. Nothing was changed.');
    return wanted.id;
  }
  const there = listSpeakers(store, sourceId).find(({ label }) => label === wanted.label);
  if (there !== undefined) return there.id;
  const id = uuidv7();
  insertRecord(store, 'speaker', {
    id,
    sourceId,
    label: wanted.label,
    role: 'other',
    caseId: null,
  });
  return id;
};

export const turnsHandlers: Handlers<'turns'> = {
  'turns.preview': ({ project: { store } }, { sourceId, speeches }) =>
    effectOf(store, planCorrection(store, sourceId, speeches)),
  'turns.correct': ({ project: { store }, label }, input) => {
    const plan = planCorrection(store, input.sourceId, input.speeches);
    label(correctionLabel(store, plan, input));
    refuseLosses(plan, input.lose);
    const effect = effectOf(store, plan);
    return { source: carryOut(store, plan), effect };
  },
  'turns.split': ({ project: { store }, label }, { turnId, at }) => {
    const turn = getRecord(store, 'turn', turnId);
    label(`Split turn ${numberOf(turn)}`);
    const [first, second] = halves(store, turn, at);
    makeRoomForTurn(store, turn.sourceId, turn.position);
    updateRecord(store, 'turn', first);
    insertRecord(store, 'turn', second);
    return { first, second };
  },
  'turns.previewMerge': ({ project: { store } }, { turnId }) =>
    effectOf(store, planMerge(store, turnId)),
  'turns.merge': ({ project: { store }, label }, { turnId, lose }) => {
    const turn = getRecord(store, 'turn', turnId);
    label(`Merge turns ${numberOf(turn)} and ${(turn.position + 2).toLocaleString('en-GB')}`);
    const plan = planMerge(store, turnId);
    refuseLosses(plan, lose);
    const effect = effectOf(store, plan);
    carryOut(store, plan);
    return { turn: getRecord(store, 'turn', turnId), effect };
  },
  'turns.setSpeaker': ({ project: { store }, label }, { turnIds, speaker }) => {
    const turns = [...new Set(turnIds)].map((id) => getRecord(store, 'turn', id));
    const [first] = turns;
    if (first === undefined) return [];
    label(
      turns.length === 1
        ? `Change speaker of turn ${numberOf(first)}`
        : `Change speaker of ${counted(turns.length, 'turn')}`,
    );
    if (turns.some(({ sourceId }) => sourceId !== first.sourceId))
      throw new Failure('conflict', 'Only turns of the same source can get one speaker.');
    const speakerId = speakerFor(store, first.sourceId, speaker);
    for (const { id } of turns) updateRecord(store, 'turn', { id, speakerId });
    return turns.flatMap(({ id }) => findRecord(store, 'turn', id) ?? []);
  },
};
