import { getRecord, updateRecord } from '#electron/project/records.ts';
import { mergeSpeakers } from '#electron/project/speakers.ts';
import { Failure } from '#shared/contract/errors.ts';
import type { Handlers } from './context.ts';
import { counted, quoted } from './words.ts';

export const speakersHandlers: Handlers<'speakers'> = {
  'speakers.update': ({ project: { store }, label }, input) => {
    label(`Change speaker ${quoted(getRecord(store, 'speaker', input.id).label)}`);
    updateRecord(store, 'speaker', input);
    return getRecord(store, 'speaker', input.id);
  },
  'speakers.merge': ({ project: { store }, label }, { ids, into }) => {
    const target = getRecord(store, 'speaker', into);
    const others = ids.filter((id) => id !== into).map((id) => getRecord(store, 'speaker', id));
    if (others.some((speaker) => speaker.sourceId !== target.sourceId))
      throw new Failure('conflict', 'Only speakers of the same source can be merged.');
    label(`Merge ${counted(others.length, 'speaker')} into ${quoted(target.label)}`);
    mergeSpeakers(
      store,
      others.map((speaker) => speaker.id),
      into,
    );
    return target;
  },
};
