import { Check, ChevronDown } from 'lucide-react';
import {
  Autocomplete,
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  useFilter,
} from 'react-aria-components';
import { SearchField } from '#renderer/ui/search-field.tsx';
import menuStyles from '#renderer/ui/select.module.css';
import type { Facet } from './facets.ts';
import styles from './stripes-bar.module.css';

interface Props {
  /** What is chosen from: `Codes`. */
  readonly label: string;
  readonly facets: readonly Facet[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A list longer than this gets a field to find something in it. */
const shortList = 8;

/** Chooses several of a list; none means all. */
export const FilterMenu = ({ label, facets, chosen, onChange }: Props) => {
  const { contains } = useFilter({ sensitivity: 'base' });
  const count = chosen.filter((id) => facets.some((facet) => facet.id === id)).length;
  const list = (
    <Menu
      className={`${menuStyles.list} ${styles.menu}`}
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        onChange(keys === 'all' ? facets.map(({ id }) => id) : [...keys].map(String))
      }
      items={facets}
      renderEmptyState={() => <p className={styles.none}>Nothing here to filter by.</p>}
    >
      {({ id, name, count: used }) => (
        <MenuItem id={id} className={menuStyles.item ?? ''} textValue={name}>
          {({ isSelected }) => (
            <>
              <span className={styles.tick}>{isSelected ? <Check size={13} /> : null}</span>
              <span className={styles.choice}>{name}</span>
              <span className={`${styles.used} figures`}>{used.toLocaleString()}</span>
            </>
          )}
        </MenuItem>
      )}
    </Menu>
  );
  return (
    <MenuTrigger>
      <Button className={`${styles.trigger} ${count > 0 ? styles.isOn : ''}`}>
        {count === 0 ? label : `${label}: ${count}`}
        <ChevronDown size={13} aria-hidden />
      </Button>
      <Popover className={`${menuStyles.popover} ${styles.popover}`} offset={4}>
        {facets.length > shortList ? (
          <Autocomplete filter={contains}>
            <div className={styles.find}>
              <SearchField label={`Find in ${label.toLowerCase()}`} autoFocus />
            </div>
            {list}
          </Autocomplete>
        ) : (
          list
        )}
      </Popover>
    </MenuTrigger>
  );
};
