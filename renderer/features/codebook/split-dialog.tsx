import { useMemo, useState } from 'react';
import {
  Form,
  GridList,
  GridListItem,
  ListLayout,
  type Selection,
  Virtualizer,
} from 'react-aria-components';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted, fold, quoted } from '#renderer/ui/words.ts';
import type { Segment } from '#shared/model/coding.ts';
import { askForReview, splitCode } from './codebook-actions.ts';
import { closeDialog } from './codebook-state.ts';
import styles from './split-dialog.module.css';
import { placeOf, useAllQuotes } from './use-quotes.ts';

const formId = 'split-code';

interface ListProps {
  readonly quotes: readonly Segment[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}

const Quotes = ({ quotes, chosen, onChoose }: ListProps) => {
  const [typed, setTyped] = useState('');
  const shown = useMemo(
    () => quotes.filter((quote) => fold(`${quote.text} ${placeOf(quote)}`).includes(fold(typed))),
    [quotes, typed],
  );
  const select = (selection: Selection): void => {
    const ids = selection === 'all' ? shown.map((quote) => quote.id) : [...selection].map(String);
    const visible = new Set(shown.map((quote) => quote.id));
    onChoose(new Set([...[...chosen].filter((id) => !visible.has(id)), ...ids]));
  };
  const all = shown.length > 0 && shown.every((quote) => chosen.has(quote.id));
  const some = shown.some((quote) => chosen.has(quote.id));
  return (
    <>
      <div className={styles.bar}>
        <Checkbox
          isSelected={all}
          isIndeterminate={some && !all}
          onChange={(on) => select(on ? 'all' : new Set())}
        >
          {typed === '' ? 'All quotes' : `These ${counted(shown.length, 'quote')}`}
        </Checkbox>
        <SearchField label="Filter quotes" value={typed} onChange={setTyped} />
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 84 }}>
        <GridList
          className={styles.list ?? ''}
          aria-label="Quotes"
          items={shown}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={select}
          escapeKeyBehavior="none"
          renderEmptyState={() => <p className={styles.none}>No quote has these words.</p>}
        >
          {(quote) => (
            <GridListItem className={styles.quote ?? ''} textValue={quote.text}>
              <Checkbox slot="selection" />
              <div className={styles.text}>
                <span className={styles.place}>{placeOf(quote)}</span>
                <blockquote>{quote.text}</blockquote>
              </div>
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </>
  );
};

/** Chooses the quotes that a new code takes over, and its name. */
export const SplitDialog = ({ id }: { readonly id: string }) => {
  const code = useCall('codes.list', {}).data?.find((known) => known.id === id);
  const quotes = useAllQuotes(id);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const ids = quotes.data?.filter((quote) => chosen.has(quote.id)).map((quote) => quote.id) ?? [];
  const wanted = name.trim();
  const split = (): void => {
    setTried(true);
    if (wanted !== '' && ids.length > 0) void splitCode(id, wanted, ids);
  };
  const total = quotes.data?.length ?? 0;
  const outcome = (): string => {
    if (ids.length === 0)
      return tried ? 'Choose at least one quote.' : 'Choose the quotes the new code takes over.';
    const left = total - ids.length;
    return `${counted(ids.length, 'coding')} ${ids.length === 1 ? 'moves' : 'move'} to ${
      wanted === '' ? 'the new code' : quoted(wanted)
    }, ${left === 0 ? 'none' : left.toLocaleString()} ${left === 1 ? 'stays' : 'stay'}.`;
  };
  return (
    <Dialog
      title={`Split ${quoted(code?.name ?? '')}`}
      isOpen
      size="medium"
      onClose={closeDialog}
      actions={
        <>
          <span className={styles.outcome} role="status">
            {outcome()}
          </span>
          <Button kind="quiet" onPress={askForReview}>
            Go through one by one
          </Button>
          <Button kind="quiet" onPress={closeDialog}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId}>
            Split code
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          split();
        }}
      >
        <TextField
          label="Name of the new code"
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          error={tried && wanted === '' ? 'Type a name first' : undefined}
        />
      </Form>
      {quotes.isError ? (
        <ErrorState error={quotes.error} onRetry={() => void quotes.refetch()} />
      ) : quotes.data === undefined ? (
        <Skeleton />
      ) : (
        <Quotes quotes={quotes.data} chosen={chosen} onChoose={setChosen} />
      )}
    </Dialog>
  );
};
