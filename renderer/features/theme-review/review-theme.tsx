import { ArrowLeft } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useCommands } from '#renderer/commands/registry.ts';
import { setStatus } from '#renderer/features/themes/theme-actions.ts';
import type { ThemeNode } from '#renderer/features/themes/theme-board.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import styles from './review.module.css';
import { leaveReview } from './review-actions.ts';
import { reviewCommands } from './review-commands.ts';
import { ReviewExtracts } from './review-extracts.tsx';
import { ReviewReach } from './review-reach.tsx';
import { beginReview, type ReviewTab, useReviewState } from './review-state.ts';
import { ReviewUncoded } from './review-uncoded.tsx';
import { useReviewKeys } from './use-review-keys.ts';

const isTab = (id: string): id is ReviewTab =>
  id === 'extracts' || id === 'reach' || id === 'uncoded';

/** Holds a theme against its extracts, whom it reaches, and what is uncoded beside it. */
export const ReviewTheme = ({ node }: { readonly node: ThemeNode }) => {
  const { theme } = node;
  const tab = useReviewState((state) => state.tab);
  const heading = useRef<HTMLHeadingElement>(null);
  const reviewKeys = useReviewKeys();
  useCommands(reviewCommands);
  useEffect(() => {
    beginReview(theme.id);
    // What was pressed to come here is gone with the board.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [theme.id]);
  const hear = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    // Menus that stand outside it have Esc for themselves, and the lists hear their keys.
    const isOurs = event.currentTarget.contains(target) && !target.matches('input, textarea');
    if (isOurs && target.closest('[data-measured-list]') === null) reviewKeys(event);
  };
  return (
    <div className={styles.review} role="presentation" onKeyDown={hear}>
      <header className={styles.header}>
        <IconButton
          icon={ArrowLeft}
          label="Back to the themes"
          keys="Escape"
          onPress={leaveReview}
        />
        <h1 className={styles.title} ref={heading} tabIndex={-1}>
          {theme.name}
        </h1>
        {theme.status === 'candidate' ? (
          <Button onPress={() => void setStatus(theme, 'reviewed')}>Mark theme as reviewed</Button>
        ) : null}
        {theme.concept === '' ? null : <p className={styles.concept}>{theme.concept}</p>}
      </header>
      <Tabs
        label="Review of the theme"
        selected={tab}
        onSelect={(id) => {
          if (isTab(id)) useReviewState.setState({ tab: id });
        }}
        tabs={[
          { id: 'extracts', name: 'Extracts', content: <ReviewExtracts themeId={theme.id} /> },
          { id: 'reach', name: 'Who is silent', content: <ReviewReach themeId={theme.id} /> },
          { id: 'uncoded', name: 'Uncoded nearby', content: <ReviewUncoded themeId={theme.id} /> },
        ]}
      />
    </div>
  );
};
