import { X } from 'lucide-react';
import { useMemo } from 'react';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MultiChoice, type MultiChoiceOption } from '#renderer/ui/multi-choice.tsx';
import { type Choice, Select } from '#renderer/ui/select.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { QueryCondition } from '#shared/model/query.ts';
import styles from './query-panel.module.css';
import { type Way, wayOf, ways } from './query-words.ts';

type How = QueryCondition['relation']['how'];

const distances: readonly Choice<string>[] = Array.from({ length: 11 }, (_, turns) => ({
  id: String(turns),
  name:
    turns === 0 ? 'in the same turn or the next' : `with at most ${counted(turns, 'turn')} between`,
}));

interface Props {
  readonly number: number;
  readonly condition: QueryCondition;
  readonly codes: readonly MultiChoiceOption[];
  readonly themes: readonly MultiChoiceOption[];
  readonly onChange: (condition: QueryCondition) => void;
  readonly onRemove: () => void;
}

const relationOf = (how: How, before: QueryCondition['relation']): QueryCondition['relation'] =>
  how === 'near' ? { how, turns: before.how === 'near' ? before.turns : 2 } : { how };

const partsOfWay = (way: Way): readonly ['and' | 'not', How] =>
  way.split(' ') as ['and' | 'not', How];

/** One condition of the query, read as a sentence: and shares words with these codes. */
export const Condition = (props: Props) => {
  const { number, condition, onChange, onRemove } = props;
  const { relation, codes } = condition;
  const options = useMemo(
    () => [...props.codes, ...props.themes.map((theme) => ({ ...theme, note: 'theme' }))],
    [props.codes, props.themes],
  );
  const choose = (ids: readonly string[]): void => {
    const isTheme = (id: string): boolean => props.themes.some((theme) => theme.id === id);
    onChange({
      ...condition,
      codes: {
        ...codes,
        codeIds: ids.filter((id) => !isTheme(id)),
        themeIds: ids.filter(isTheme),
      },
    });
  };
  return (
    <div className={styles.condition} role="group" aria-label={`Condition ${number}`}>
      <div className={styles.row}>
        <Select
          label={`Condition ${number}`}
          hideLabel
          choices={ways}
          value={wayOf(condition)}
          onChange={(way) => {
            const [word, how] = partsOfWay(way);
            onChange({ ...condition, not: word === 'not', relation: relationOf(how, relation) });
          }}
        />
        <IconButton icon={X} label={`Remove condition ${number}`} onPress={onRemove} />
      </div>
      <MultiChoice
        label={`Codes and themes of condition ${number}`}
        hideLabel
        options={options}
        value={[...codes.codeIds, ...codes.themeIds]}
        onChange={choose}
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
