import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { QueryDefinition } from '#shared/model/query.ts';
import type { Nearest } from '#shared/model/retrieval.ts';
import { askFor, openDefinition } from './analysis-state.ts';
import type { Lists } from './retrieval-rows.ts';

const partNames: Readonly<Record<Nearest['part'], string>> = {
  codes: 'the codes',
  condition: 'the condition',
  groups: 'the groups',
  'time points': 'the time points',
  cases: 'the cases',
  sources: 'the sources',
  coders: 'the coders',
  speakers: 'the speakers',
  attribute: 'the attribute',
  important: '“important only”',
  level: 'the level of meaning',
};

/** The query without the part that stands in the way. */
const without = (definition: QueryDefinition, { part, index }: Nearest): QueryDefinition => {
  switch (part) {
    case 'condition':
      return { ...definition, conditions: definition.conditions.toSpliced(index, 1) };
    case 'attribute':
      return { ...definition, attributes: definition.attributes.toSpliced(index, 1) };
    case 'codes':
      return { ...definition, codes: openDefinition.codes };
    case 'groups':
      return { ...definition, groupIds: [] };
    case 'time points':
      return { ...definition, timePointIds: [] };
    case 'cases':
      return { ...definition, caseIds: [] };
    case 'sources':
      return { ...definition, sourceIds: [] };
    case 'coders':
      return { ...definition, coderIds: [] };
    case 'speakers':
      return { ...definition, speakerLabels: [] };
    case 'important':
      return { ...definition, important: false };
    default:
      return { ...definition, level: null };
  }
};

const nameOf = (near: Nearest, definition: QueryDefinition, lists: Lists): string => {
  if (near.part !== 'condition') return partNames[near.part];
  const condition = definition.conditions[near.index];
  const [id] = condition?.codes.codeIds ?? [];
  const code = lists.codes.find((known) => known.id === id)?.name;
  return code === undefined ? partNames.condition : `the condition with ‘${code}’`;
};

interface Props {
  readonly definition: QueryDefinition;
  readonly lists: Lists;
}

/** What is shown where a query finds nothing: which part of it stands in the way. */
export const NothingFound = ({ definition, lists }: Props) => {
  const nearest = useCall('queries.nearest', { definition }).data;
  return (
    <EmptyState
      title="No coded passage is all of this at once"
      action={<Button onPress={() => askFor(openDefinition)}>Clear the query</Button>}
    >
      {nearest === undefined
        ? ''
        : nearest.length === 0
          ? 'No single part of the query stands in the way. Take away two of them.'
          : 'Nearest:'}
      {nearest?.slice(0, 4).map((near) => (
        <Button
          key={`${near.part} ${near.index}`}
          kind="quiet"
          small
          onPress={() => askFor(without(definition, near))}
        >
          without {nameOf(near, definition, lists)}: {counted(near.segments, 'segment')}
        </Button>
      ))}
    </EmptyState>
  );
};
