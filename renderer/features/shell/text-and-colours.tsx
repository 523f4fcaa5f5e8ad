import { Type } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import {
  type ColourScheme,
  type TranscriptFace,
  transcriptSizes,
  usePreferences,
} from '#renderer/state/preferences.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { faceNames, schemeNames } from './looks.ts';
import styles from './text-and-colours.module.css';

const choicesOf = <V extends string>(
  names: Readonly<Record<V, string>>,
): readonly { readonly id: V; readonly name: string }[] =>
  (Object.keys(names) as V[]).map((id) => ({ id, name: names[id] }));

const sizes = transcriptSizes.map((size) => ({ id: String(size), name: `${size} pixels` }));

/** The check that turns single-letter shortcuts on or off (WCAG 2.1.4). */
export const SingleKeys = () => {
  const { singleKeys, change } = usePreferences();
  return (
    <Checkbox isSelected={singleKeys} onChange={(on) => change({ singleKeys: on })}>
      Single letters are shortcuts
    </Checkbox>
  );
};

/** Colours of the screen, type and size of transcripts, at hand from every work area. */
export const TextAndColours = () => {
  const { scheme, face, size, change } = usePreferences();
  return (
    <DialogTrigger>
      <IconButton icon={Type} label="Text and colours" />
      <Popover className={styles.popover ?? ''} offset={6} placement="top end">
        <Dialog className={styles.dialog ?? ''} aria-label="Text and colours">
          <RadioGroup<ColourScheme>
            label="Colours"
            choices={choicesOf(schemeNames)}
            value={scheme}
            onChange={(chosen) => change({ scheme: chosen })}
          />
          <RadioGroup<TranscriptFace>
            label="Type of transcripts"
            choices={choicesOf(faceNames)}
            value={face}
            onChange={(chosen) => change({ face: chosen })}
          />
          <Select
            label="Size of transcripts"
            choices={sizes}
            value={String(size)}
            onChange={(chosen) => change({ size: Number(chosen) })}
          />
          <SingleKeys />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
