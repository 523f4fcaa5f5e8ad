import { ArchiveRestore, ChevronRight } from 'lucide-react';
import { Disclosure, DisclosurePanel, Heading, Button as RacButton } from 'react-aria-components';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/words.ts';
import styles from './retired-themes.module.css';
import { lookAtTheme, restoreTheme } from './theme-actions.ts';
import type { ThemeNode } from './theme-board.ts';
import { useBoardView } from './themes-state.ts';

/** Themes that were put aside, each with the reason; they can be restored. */
export const RetiredThemes = ({ themes }: { readonly themes: readonly ThemeNode[] }) => {
  const isOpen = useBoardView((view) => view.retiredOpen);
  const shown = useNavigation((navigation) => navigation.address.id);
  if (themes.length === 0) return null;
  return (
    <Disclosure
      className={styles.retired ?? ''}
      isExpanded={isOpen}
      onExpandedChange={(retiredOpen) => useBoardView.setState({ retiredOpen })}
    >
      <Heading level={2} className={styles.heading ?? ''}>
        <RacButton slot="trigger" className={styles.trigger ?? ''}>
          <ChevronRight size={14} aria-hidden className={styles.arrow} />
          Retired themes <span className={`${styles.count} figures`}>{themes.length}</span>
        </RacButton>
      </Heading>
      <DisclosurePanel className={styles.panel ?? ''}>
        <ul className={styles.list}>
          {themes.map(({ theme, codeCount, quoteCount }) => (
            <li
              key={theme.id}
              className={styles.theme}
              data-theme={theme.id}
              data-shown={shown === theme.id}
            >
              <button
                type="button"
                className={styles.name}
                data-theme-name
                aria-current={shown === theme.id}
                onClick={() => lookAtTheme(theme.id)}
              >
                {theme.name}
              </button>
              <span className={`${styles.facts} figures`}>
                {counted(codeCount, 'code')} · {counted(quoteCount, 'quote')}
              </span>
              <p className={styles.reason}>{theme.retiredReason}</p>
              <Button
                small
                aria-label={`Restore theme ${theme.name}`}
                onPress={() => void restoreTheme(theme)}
              >
                <ArchiveRestore size={14} aria-hidden /> Restore
              </Button>
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
};
