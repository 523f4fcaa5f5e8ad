import { Star } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { WithTooltip } from '#renderer/ui/tooltip.tsx';
import { type Coding, codingLevels } from '#shared/model/coding.ts';
import { type Mark, markCodings } from './mark-actions.ts';
import styles from './mark-buttons.module.css';
import { describeMarks } from './transcript/describe.ts';

const levelWords = {
  semantic: { name: 'Semantic', about: 'Semantic: said outright' },
  latent: { name: 'Latent', about: 'Latent: read between the lines' },
} as const;

interface Props {
  readonly coding: Coding;
  /** What is marked where that is more than the coding itself. */
  readonly onMark?: (mark: Mark) => void;
}

/** The marks of a coding, as buttons that are in or out. */
export const MarkButtons = ({
  coding,
  onMark = (mark) => void markCodings([coding], mark),
}: Props) => (
  <div className={styles.marks} role="group" aria-label="Marks">
    <WithTooltip text="Important" keys="*">
      <ToggleButton
        className={styles.mark ?? ''}
        isSelected={coding.important === 1}
        onChange={(on) => onMark({ important: on ? 1 : 0 })}
      >
        <Star size={13} aria-hidden />
        Important
      </ToggleButton>
    </WithTooltip>
    {codingLevels.map((level) => (
      <WithTooltip key={level} text={levelWords[level].about} keys="~">
        <ToggleButton
          className={styles.mark ?? ''}
          isSelected={coding.level === level}
          onChange={(on) => onMark({ level: on ? level : null })}
        >
          <span className={`${styles.sample} ${styles[level]}`} aria-hidden />
          {levelWords[level].name}
        </ToggleButton>
      </WithTooltip>
    ))}
  </div>
);

/** The marks of a coding as small signs, with their words for screen readers. */
export const MarkSigns = ({ coding }: { readonly coding: Coding }) => (
  <span className={styles.signs}>
    {coding.important === 1 ? <Star size={12} aria-hidden /> : null}
    {coding.level === null ? null : (
      <span className={`${styles.sample} ${styles[coding.level]}`} aria-hidden />
    )}
    <span className="visually-hidden">{describeMarks(coding)}</span>
  </span>
);
