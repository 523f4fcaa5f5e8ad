import { counted } from '#renderer/ui/words.ts';
import type { Share } from './quote-balance.ts';
import styles from './quote-picker.module.css';

interface Props {
  /** Whose quotes they are, for example 'Groups'. */
  readonly title: string;
  /** One of them within a sentence, for example 'group'. */
  readonly noun: string;
  readonly shares: readonly Share[];
  /** Which of them the list is narrowed to. */
  readonly narrowed: readonly string[];
  readonly onNarrow: (ids: readonly string[]) => void;
}

/** How chosen and available quotes are shared out, and who is not heard yet; one narrows the list. */
export const BalanceStrip = ({ title, noun, shares, narrowed, onNarrow }: Props) => {
  const silent = shares.filter(({ chosen }) => chosen === 0).length;
  return (
    <section className={styles.balance} aria-label={title}>
      <h3 className={styles.balanceHead}>
        {title}
        <span className={`${styles.quiet} figures`} role="status">
          {silent === 0 ? `every ${noun} is heard` : `${counted(silent, noun)} not heard yet`}
        </span>
      </h3>
      <ul className={styles.shares}>
        {shares.map(({ id, name, chosen, available }) => {
          const isOn = narrowed.includes(id);
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.share}
                data-heard={chosen > 0}
                aria-pressed={isOn}
                onClick={() => onNarrow(isOn ? [] : [id])}
              >
                <span className={styles.shareName}>{name}</span>
                <span className="figures">
                  {chosen.toLocaleString()} of {available.toLocaleString()}
                </span>
                <span className="visually-hidden">
                  {chosen === 0 ? ' quotes chosen, not heard yet' : ' quotes chosen'}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
