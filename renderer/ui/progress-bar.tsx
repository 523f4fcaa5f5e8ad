import { Label, ProgressBar as RacProgressBar } from 'react-aria-components';
import styles from './progress-bar.module.css';

interface Props {
  /** What is being done now. */
  readonly label: string;
  readonly done: number;
  /** How much there is in all; 0 while that is not known. */
  readonly total: number;
}

/** How far long work has come. */
export const ProgressBar = ({ label, done, total }: Props) => (
  <RacProgressBar
    className={styles.progress ?? ''}
    value={done}
    maxValue={Math.max(total, 1)}
    isIndeterminate={total === 0}
  >
    {({ percentage }) => (
      <>
        <Label className={styles.label ?? ''}>{label}</Label>
        <span className="figures">{total === 0 ? '' : `${done} of ${total}`}</span>
        <div className={styles.track}>
          <div className={styles.fill} style={{ width: `${percentage ?? 30}%` }} />
        </div>
      </>
    )}
  </RacProgressBar>
);
