import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { QuotePicker, type QuotePickerProps } from './quote-picker.tsx';

interface Props extends Pick<QuotePickerProps, 'chosen' | 'most'> {
  readonly title: string;
  /** The button that takes the choice over. */
  readonly action: string;
  /** The theme whose quotes are offered; null lets one be chosen. */
  readonly themeId: string | null;
  readonly onDone: (chosen: readonly string[]) => void;
  readonly onClose: () => void;
}

const ThemeChoice = ({
  value,
  onChange,
}: {
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}) => {
  const themes = useCall('themes.list', {}).data ?? [];
  const choices = themes.filter(({ status }) => status !== 'retired');
  return (
    <Select
      label="Theme"
      placeholder="Choose a theme"
      choices={choices}
      value={value}
      onChange={onChange}
    />
  );
};

/** Chooses quotes above whatever they are for; nothing is changed before the choice is taken over. */
export const ChooseQuotes = ({ title, action, themeId, chosen, most, onDone, onClose }: Props) => {
  const [choice, setChoice] = useState(chosen);
  const [own, setOwn] = useState<string | null>(null);
  const theme = themeId ?? own;
  const isSame = choice.length === chosen.length && choice.every((id, at) => id === chosen[at]);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="huge"
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button
            kind="primary"
            isDisabled={isSame}
            onPress={() => {
              onDone(choice);
              onClose();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      {themeId === null ? <ThemeChoice value={own} onChange={setOwn} /> : null}
      {theme === null ? (
        <EmptyState title="No theme chosen">
          Choose the theme whose quotes to choose from.
        </EmptyState>
      ) : (
        <QuotePicker
          key={theme}
          themeId={theme}
          chosen={choice}
          onChange={setChoice}
          {...(most === undefined ? {} : { most })}
        />
      )}
    </Dialog>
  );
};
