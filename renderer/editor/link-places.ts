import { ask } from '#renderer/client/call.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { announce } from '#renderer/ui/announce.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import type { Link } from '#shared/text/links.ts';

const goToWords = async (kind: 'coding' | 'passage', id: string): Promise<void> => {
  const quote = await ask('passages.get', { kind, id });
  if (quote === null) return announce('These words are no longer in the project.');
  useNavigation.getState().go({
    area: 'coding',
    id: quote.sourceId,
    at: kind === 'coding' ? id : `${quote.start}-${quote.end}`,
  });
};

/** Goes to what a link names: its own screen, or its words in the transcript. */
export const goToLink = async ({ kind, id }: Link): Promise<void> => {
  const { go } = useNavigation.getState();
  switch (kind) {
    case 'code':
      return go({ area: 'codebook', id });
    case 'theme':
      return go({ area: 'themes', id });
    case 'source':
      return go({ area: 'coding', id });
    case 'case':
      return go({ area: 'library', id });
    case 'memo':
      return go({ area: 'memos', id });
    case 'coding':
    case 'passage':
      return goToWords(kind, id);
    default:
      return assertNever(kind);
  }
};
