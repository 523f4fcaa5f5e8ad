import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { saveBy, useAutosaved } from '#renderer/client/autosave.ts';
import { CodeSwatch } from '#renderer/ui/code-swatch.tsx';
import type { Code } from '#shared/model/code.ts';
import { codePalette, paletteColour } from '#shared/model/code-palette.ts';
import styles from './colour-field.module.css';

/** The colour of a code: sixteen swatches with their letters and names. It saves itself. */
export const ColourField = ({ code }: { readonly code: Code }) => {
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${code.id}/colour`,
    stored: String(code.colour),
    save: (colour) => saveBy('codes.update', { id: code.id, colour: Number(colour) }),
  });
  return (
    <RadioGroup
      className={styles.field ?? ''}
      orientation="horizontal"
      value={value}
      onChange={onChange}
      onFocus={() => onFocusChange(true)}
      onBlur={() => onFocusChange(false)}
    >
      <Label className={styles.label ?? ''}>
        Colour: {paletteColour(Number(value)).name}
        {problem === null ? '' : `. ${problem}`}
      </Label>
      <div className={styles.swatches}>
        {codePalette.map((colour, index) => (
          <RadioField key={colour.name} value={String(index)}>
            <RadioButton className={styles.swatch ?? ''}>
              <CodeSwatch colour={index} />
              <span className="visually-hidden">{colour.name}</span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
};
