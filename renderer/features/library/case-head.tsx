import { CalendarDays, ChevronDown, Hash } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Menu } from '#renderer/ui/menu.tsx';
import type { Attribute } from '#shared/model/attribute.ts';
import { deleteAttribute, moveAttribute } from './case-actions.ts';
import type { CaseEntry } from './case-columns.ts';
import styles from './case-grid.module.css';
import { useCaseState } from './case-state.ts';

const icons = { text: null, number: Hash, date: CalendarDays } as const;

interface Props {
  readonly attribute: Attribute;
  readonly attributes: readonly Attribute[];
  readonly entries: readonly CaseEntry[];
  /** Whether the Tab key stops here. */
  readonly isAt: boolean;
}

/** The head of an attribute's column: its name and type, and what can be done with it. */
export const CaseHead = ({ attribute, attributes, entries, isAt }: Props) => {
  const { id, name, type } = attribute;
  const place = attributes.findIndex((other) => other.id === id);
  const Icon = icons[type];
  return (
    <Menu
      label={`Attribute ${name}`}
      entries={[
        {
          id: 'edit',
          label: 'Change name or type',
          onAction: () => useCaseState.setState({ dialog: id }),
        },
        {
          id: 'left',
          label: 'Move left',
          isDisabled: place === 0,
          onAction: () => void moveAttribute(attribute, attributes, -1),
        },
        {
          id: 'right',
          label: 'Move right',
          isDisabled: place === attributes.length - 1,
          onAction: () => void moveAttribute(attribute, attributes, 1),
        },
        'separator',
        {
          id: 'delete',
          label: 'Delete attribute',
          onAction: () => void deleteAttribute(attribute, entries),
        },
      ]}
    >
      <Button
        className={styles.head ?? ''}
        aria-label={type === 'text' ? name : `${name}, ${type}`}
        excludeFromTabOrder={!isAt}
        data-target
      >
        {Icon === null ? null : <Icon size={12} aria-hidden />}
        <span className={styles.headName}>{name}</span>
        <ChevronDown size={12} aria-hidden />
      </Button>
    </Menu>
  );
};
