import { CircleAlert, CircleCheck, Copy, FileX2 } from 'lucide-react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { counted } from '#renderer/ui/words.ts';
import { isIncluded, needsAttention } from './import-entry.ts';
import styles from './import-files.module.css';
import { type ImportEntry, useImportState } from './import-state.ts';
import { speakersIn } from './import-words.ts';

const stateOf = (entry: ImportEntry): string => {
  const { preview } = entry;
  if (preview.status === 'refused') return 'Refused';
  if (preview.status === 'duplicate')
    return isIncluded(entry) ? 'Duplicate, import anyway' : 'Duplicate';
  return isIncluded(entry) ? 'Ready' : 'Left out';
};

const foundIn = ({ preview }: ImportEntry): string =>
  preview.status === 'refused'
    ? (preview.error?.message ?? '')
    : [
        speakersIn(preview.speakers.length),
        counted(preview.turns, 'turn'),
        ...(preview.warnings.length === 0 ? [] : [counted(preview.warnings.length, 'warning')]),
      ].join(', ');

const StateIcon = ({ entry }: { readonly entry: ImportEntry }) => {
  const { preview } = entry;
  if (preview.status === 'refused')
    return <FileX2 size={16} className={styles.refused} aria-hidden />;
  if (preview.status === 'duplicate')
    return <Copy size={16} className={styles.duplicate} aria-hidden />;
  if (needsAttention(entry)) return <CircleAlert size={16} className={styles.warned} aria-hidden />;
  return <CircleCheck size={16} className={styles.ready} aria-hidden />;
};

/** The files that were read, with what is to be known of each at a glance; several can be chosen. */
export const ImportFiles = () => {
  const { entries, chosen, onlyAttention } = useImportState();
  const attention = entries.filter(needsAttention);
  const shown = onlyAttention ? attention : entries;
  const twoLines = rowHeight() + 20;
  return (
    <section className={styles.files} aria-label="Files">
      <div className={styles.filter}>
        <Checkbox
          isSelected={onlyAttention}
          onChange={(only) => useImportState.setState({ onlyAttention: only })}
        >
          Only what needs attention ({attention.length})
        </Checkbox>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: twoLines }}>
        <ListBox
          className={styles.list ?? ''}
          aria-label="Files read"
          data-pane-focus
          autoFocus
          items={shown.map((entry) => ({ id: entry.preview.token, entry }))}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          // Kept as it comes: it remembers where a range began.
          onSelectionChange={(keys) => useImportState.setState({ chosen: keys })}
          renderEmptyState={() => (
            <EmptyState title="Nothing needs attention">
              Every file was read without a warning.
            </EmptyState>
          )}
        >
          {({ entry }) => (
            <ListBoxItem className={styles.file ?? ''} textValue={entry.preview.file}>
              <StateIcon entry={entry} />
              <span className={styles.words}>
                <span className={styles.name} data-out={!isIncluded(entry)}>
                  {entry.preview.file}
                </span>
                <span className={`${styles.found} figures`}>
                  {[stateOf(entry), foundIn(entry)].join(' · ')}
                </span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </section>
  );
};
