import type { Address } from '#renderer/state/navigation.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import type { ClaimKind } from '#shared/model/claim.ts';
import type { Evidence } from '#shared/model/evidence.ts';

/** What claims are called: one, and their list. */
export const claimNames: Readonly<Record<ClaimKind, { readonly one: string; many: string }>> = {
  finding: { one: 'Finding', many: 'Findings' },
  principle: { one: 'Guiding principle', many: 'Guiding principles' },
  'planned change': { one: 'Planned change', many: 'Planned changes' },
};

/** What kind of record it is, as it stands before its words. */
export const kindOf = ({ kind, claimKind }: Pick<Evidence, 'kind' | 'claimKind'>): string => {
  switch (kind) {
    case 'claim':
      return claimNames[claimKind ?? 'finding'].one;
    case 'theme':
      return 'Theme';
    case 'code':
      return 'Code';
    case 'coding':
      return 'Quote';
    case 'source':
      return 'Source';
    default:
      return assertNever(kind);
  }
};

/** Who says a quote and where: `P03 Nasreen, baseline, turn 23`. */
export const placeOf = ({ quote }: Pick<Evidence, 'quote'>): string => {
  if (quote === null) return '';
  const { pseudonym, speaker, sourceName, turn } = quote;
  const who = pseudonym ?? speaker;
  return [
    // Most sources are called after whoever speaks in them.
    who !== null && sourceName.includes(who) ? null : who,
    sourceName,
    turn === null ? null : `turn ${turn}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
};

/** Where a record is looked at. */
export const addressOf = ({
  kind,
  id,
  quote,
}: Pick<Evidence, 'kind' | 'id' | 'quote'>): Address => {
  switch (kind) {
    case 'claim':
      return { area: 'planning', id };
    case 'theme':
      return { area: 'themes', id };
    case 'code':
      return { area: 'codebook', id };
    case 'coding':
      return { area: 'coding', ...(quote === null ? {} : { id: quote.sourceId }), at: id };
    case 'source':
      return { area: 'coding', id };
    default:
      return assertNever(kind);
  }
};
