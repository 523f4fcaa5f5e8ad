import { useMemo } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { MultiChoice, type MultiChoiceOption } from '#renderer/ui/multi-choice.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Attribute, AttributeValue } from '#shared/model/attribute.ts';
import { askFor, useAnalysisState } from './analysis-state.ts';
import styles from './query-panel.module.css';
import { useLists } from './use-retrieval.ts';

const none: readonly never[] = [];

/** The values an attribute has, in their order, each with how many cases it is said of. */
const optionsOf = (
  attribute: Attribute,
  values: readonly AttributeValue[],
): readonly MultiChoiceOption[] =>
  [...Map.groupBy(values, ({ value }) => value)]
    .sort(([a], [b]) =>
      attribute.type === 'number' ? Number(a) - Number(b) : a.localeCompare(b, 'en-GB'),
    )
    .map(([value, cases]) => ({
      id: value,
      name: value,
      note: counted(cases.length, 'case'),
    }));

/** What attributes must say of the cases: a field for each attribute that says something. */
export const QueryAttributes = () => {
  const wanted = useAnalysisState((state) => state.definition.attributes);
  const { attributes } = useLists();
  const values = useCall('attributes.values', {}).data ?? none;
  const byAttribute = useMemo(() => Map.groupBy(values, (each) => each.attributeId), [values]);
  const fields = useMemo(
    () =>
      attributes.flatMap((attribute) => {
        const options = optionsOf(attribute, byAttribute.get(attribute.id) ?? none);
        return options.length === 0 ? [] : [{ attribute, options }];
      }),
    [attributes, byAttribute],
  );
  if (fields.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="query-attributes">
      <h3 className={styles.heading} id="query-attributes">
        Attributes of cases
      </h3>
      {fields.map(({ attribute: { id, name }, options }) => (
        <MultiChoice
          key={id}
          label={name}
          options={options}
          value={wanted.find(({ attributeId }) => attributeId === id)?.values ?? none}
          onChange={(chosen) => {
            const others = wanted.filter(({ attributeId }) => attributeId !== id);
            askFor({
              attributes:
                chosen.length === 0 ? others : [...others, { attributeId: id, values: chosen }],
            });
          }}
          placeholder="Any"
          noun="value"
        />
      ))}
    </section>
  );
};
