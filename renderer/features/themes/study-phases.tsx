import { useMemo } from 'react';
import { runCommand } from '#renderer/commands/registry.ts';
import { approachWords } from '#renderer/features/approach/approach-words.ts';
import { useApproach } from '#renderer/features/approach/use-offers.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { phaseOf, phases, phaseWords } from './phases.ts';
import styles from './study-phases.module.css';
import type { ThemeBoard } from './theme-board.ts';

/** A quiet line of where the study stands, with a way to each phase, and how it does its analysis. */
export const StudyPhases = ({ board }: { readonly board: ThemeBoard }) => {
  const go = useNavigation((navigation) => navigation.go);
  const approach = useApproach();
  const now = useMemo(() => {
    const codes = [...board.placed, ...board.unplaced];
    return phaseOf({
      codings: codes.reduce((sum, { codings }) => sum + codings, 0),
      themes: [...board.byId.values()].map(({ theme }) => theme),
    });
  }, [board]);
  return (
    <nav className={styles.phases} aria-label="Phases of the analysis">
      <ol className={styles.list}>
        {phases.map((phase) => {
          const { name, area, about } = phaseWords[phase];
          return (
            <li key={phase} className={styles.phase}>
              <button
                type="button"
                className={styles.link}
                aria-current={phase === now ? 'step' : undefined}
                title={about}
                onClick={() => go({ area })}
              >
                {name}
              </button>
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        className={styles.link}
        title="Say how the study does thematic analysis"
        onClick={() => runCommand('project.approach')}
      >
        {approachWords[approach].name} analysis
      </button>
    </nav>
  );
};
