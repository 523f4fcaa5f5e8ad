import {
  asProposals,
  commonQuestions,
  type Passage,
  passagesBySource,
  speakerLabels,
  widened,
} from '#electron/project/autocoding.ts';
import type { Matches } from '#electron/project/search.ts';
import type { WayOfCoding } from '#shared/contract/autocoding.ts';
import type { CheckedInput } from '#shared/contract/index.ts';
import type { Handlers, ReadContext } from './context.ts';
import { findTexts, prepareIndex } from './search.ts';

type Asked = CheckedInput<'autocoding.propose'>;
type BySearch = Extract<WayOfCoding, { by: 'search' }>;

const fromMatches = (
  { texts }: Matches,
  { extent }: Pick<BySearch, 'extent'>,
): readonly Passage[] =>
  texts.flatMap(({ text, places }) =>
    'source' in text
      ? widened(text.source, text.index, { places, extent }).map((range) => ({
          ...range,
          source: text.source,
          index: text.index,
          of: 0,
          question: null,
        }))
      : [],
  );

const bySearch = async (
  context: ReadContext,
  way: BySearch,
  { scope, after, limit }: Asked,
): Promise<{ readonly passages: readonly Passage[]; readonly next: number | null }> => {
  // Nothing may be missed of what is coded in one go.
  await prepareIndex(context, true);
  const { query, how, stems, whole } = way;
  const question = { query, how, stems, whole, scope, kinds: ['transcript'] as const };
  const matches = await findTexts(context, question, { after, limit });
  return { passages: fromMatches(matches, way), next: matches.next };
};

export const autocodingHandlers: Handlers<'autocoding'> = {
  'autocoding.propose': async (context, asked) => {
    const { way, scope } = asked;
    const { passages, next } =
      way.by === 'search'
        ? await bySearch(context, way, asked)
        : passagesBySource(context.project.store, { way, scope }, asked);
    const { store, coderId } = context.project;
    return { proposals: asProposals(store, passages, coderId), next };
  },
  'autocoding.speakers': ({ project }, { scope }) => speakerLabels(project.store, scope),
  'autocoding.questions': ({ project }, { scope }) => commonQuestions(project.store, scope),
};
