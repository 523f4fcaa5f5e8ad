import { useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import menuStyles from '#renderer/ui/select.module.css';
import type { Code } from '#shared/model/code.ts';
import { matcher } from './code-rows.ts';
import styles from './code-search.module.css';

/** A code to choose, or a place that is none (`code: null`). */
export interface CodeOption {
  readonly id: string;
  readonly name: string;
  readonly code: Code | null;
  /** What tells it from others of its name: where it is nested, or that it was chosen. */
  readonly note: string;
}

interface Props {
  /** What is looked for: the accessible name of field and list. */
  readonly label: string;
  readonly options: readonly CodeOption[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** A list of codes that narrows as one types; the arrows move in it, Enter chooses. */
export const CodeSearch = ({ label, options, value, onChange }: Props) => {
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The focus stays in the field while the arrows move in the list, but scrolling needs it there.
    if (list.current !== null) list.current.tabIndex = 0;
  }, []);
  const found = useMemo(() => {
    const isFound = matcher(typed);
    return options.filter((option) => isFound(option.name));
  }, [options, typed]);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField label={label} autoFocus />
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowHeight() }}>
        <ListBox
          ref={list}
          className={styles.list ?? ''}
          aria-label={label}
          items={found}
          selectionMode="single"
          selectedKeys={value === null ? [] : [value]}
          disallowEmptySelection
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            if (id !== undefined) onChange(String(id));
          }}
          renderEmptyState={() => <p className={styles.none}>No code has that name.</p>}
        >
          {(option) => (
            <ListBoxItem
              className={`${menuStyles.item} ${styles.option}`}
              textValue={option.note === '' ? option.name : `${option.name}, ${option.note}`}
            >
              {option.code === null ? null : <CodeSwatch colour={option.code.colour} />}
              <span className={styles.name}>{option.name}</span>
              <span className={styles.note}>{option.note}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </Autocomplete>
  );
};
