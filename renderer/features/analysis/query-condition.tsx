import { X } from 'lucide-react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MultiChoice, type MultiChoiceOption } from '#renderer/ui/multi-choice.tsx';
import { type Choice, Select } from '#renderer/ui/select.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { QueryCondition } from '#shared/model/query.ts';
import styles from './query-panel.module.css';

type How = QueryCondition['relation']['how'];

const ways: readonly Choice<`${'and' | 'not'} ${How}`>[] = [
  { id: 'and overlapping', name: 'and shares words with' },
  { id: 'and within', name: 'and lies inside' },
  { id: 'and near', name: 'and is near' },
  { id: 'not overlapping', name: 'but shares no words with' },
  { id: 'not within', name: 'but does not lie inside' },
  { id: 'not near', name: 'but is not near' },
];

const distances: readonly Choice<string>[] = Array.from({ length: 11 }, (_, turns) => ({
  id: String(turns),
  name:
    turns === 0 ? 'in the same turn or the next' : `with at most ${counted(turns, 'turn')} between`,
}));

interface Props {
  readonly number: number;
  readonly condition: QueryCondition;
  readonly options: readonly MultiChoiceOption[];
  readonly onChange: (condition: QueryCondition) => void;
  readonly onRemove: () => void;
}

const relationOf = (how: How, before: QueryCondition['relation']): QueryCondition['relation'] =>
  how === 'near' ? { how, turns: before.how === 'near' ? before.turns : 2 } : { how };

/** One condition of the query, read as a sentence: and shares words with these codes. */
export const Condition = ({ number, condition, options, onChange, onRemove }: Props) => {
  const { not, relation, codes } = condition;
  return (
    <div className={styles.condition} role="group" aria-label={`Condition ${number}`}>
      <div className={styles.row}>
        <Select
          label={`Condition ${number}`}
          hideLabel
          choices={ways}
          value={`${not ? 'not' : 'and'} ${relation.how}`}
          onChange={(way) => {
            const [word, how] = way.split(' ') as ['and' | 'not', How];
            onChange({ ...condition, not: word === 'not', relation: relationOf(how, relation) });
          }}
        />
        <IconButton icon={X} label={`Remove condition ${number}`} onPress={onRemove} />
      </div>
      <MultiChoice
        label={`Codes of condition ${number}`}
        hideLabel
        options={options}
        value={codes.codeIds}
        onChange={(codeIds) => onChange({ ...condition, codes: { ...codes, codeIds } })}
        placeholder="any other coding"
        noun="code"
      />
      {relation.how === 'near' ? (
        <Select
          label={`How near in condition ${number}`}
          hideLabel
          choices={distances}
          value={String(relation.turns)}
          onChange={(turns) =>
            onChange({ ...condition, relation: { how: 'near', turns: Number(turns) } })
          }
        />
      ) : null}
    </div>
  );
};
