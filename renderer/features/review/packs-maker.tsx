import { useEffect, useMemo, useRef } from 'react';
import { useCommands } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import styles from './packs.module.css';
import { PackChecksStep } from './packs-checks-step.tsx';
import {
  changeMaking,
  leavePack,
  type Making,
  type PackStep,
  packSteps,
  useMaking,
} from './packs-draft.ts';
import { PackQuotesStep } from './packs-quotes-step.tsx';
import { PackReadStep } from './packs-read-step.tsx';
import { PackThemesStep } from './packs-themes-step.tsx';
import { PackWordsStep } from './packs-words-step.tsx';

const names: Readonly<Record<PackStep, string>> = {
  themes: 'Themes',
  words: 'Welcome',
  quotes: 'Quotes',
  checks: 'Checks',
  read: 'Read through',
};

const Step = ({ making }: { readonly making: Making }) => {
  switch (making.step) {
    case 'themes':
      return <PackThemesStep making={making} />;
    case 'words':
      return <PackWordsStep making={making} />;
    case 'quotes':
      return <PackQuotesStep making={making} />;
    case 'checks':
      return <PackChecksStep making={making} />;
    case 'read':
      return <PackReadStep making={making} />;
  }
};

const go = (step: PackStep): void => changeMaking({ step });

/** Puts the focus where words are to be edited, once the step that holds them is there. */
const useFocus = (step: PackStep): void => {
  const focus = useMaking((state) => state.focus);
  useEffect(() => {
    if (focus === null) return;
    const frame = requestAnimationFrame(() => {
      const place = document.getElementById(focus);
      if (place === null) return;
      place.scrollIntoView({ block: 'center' });
      place.focus();
      useMaking.setState({ focus: null });
    });
    return () => cancelAnimationFrame(frame);
  }, [focus, step]);
};

/** Makes a review pack, one step after the other; each can be gone back to. */
export const PackMaker = ({ making }: { readonly making: Making }) => {
  const { step } = making;
  const at = packSteps.indexOf(step);
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const before = packSteps[at - 1];
  const after = packSteps[at + 1];
  useFocus(step);
  useEffect(() => {
    body.current?.scrollTo(0, 0);
    if (useMaking.getState().focus === null) heading.current?.focus({ preventScroll: true });
  }, [step]);
  useCommands(
    useMemo(
      () => [
        {
          id: 'packs.next',
          label: 'Next step of the review pack',
          menu: 'Theme' as const,
          keys: '$mod+Enter',
          enabled: () => after !== undefined,
          run: () => {
            if (after !== undefined) go(after);
          },
        },
        {
          id: 'packs.back',
          label: 'Previous step of the review pack',
          menu: 'Theme' as const,
          enabled: () => before !== undefined,
          run: () => {
            if (before !== undefined) go(before);
          },
        },
        {
          id: 'packs.leave',
          label: 'Leave without making a review pack',
          menu: 'Theme' as const,
          run: leavePack,
        },
      ],
      [before, after],
    ),
  );
  return (
    <div className={styles.maker}>
      <header className={styles.makerHead}>
        <nav aria-label="Steps of the review pack">
          <ol className={styles.steps}>
            {packSteps.map((each, index) => (
              <li key={each}>
                <button
                  type="button"
                  className={styles.step}
                  aria-current={each === step ? 'step' : undefined}
                  onClick={() => go(each)}
                >
                  <span className="figures">{index + 1}</span> {names[each]}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <Button kind="quiet" onPress={leavePack}>
          Cancel
        </Button>
        {before === undefined ? null : <Button onPress={() => go(before)}>Back</Button>}
        {after === undefined ? null : (
          <Button kind="primary" onPress={() => go(after)}>
            {`Next: ${names[after]}`}
          </Button>
        )}
      </header>
      <div className={styles.body} ref={body}>
        <h2 className={styles.stepTitle} ref={heading} tabIndex={-1}>
          {names[step]}
        </h2>
        <Step making={making} />
      </div>
    </div>
  );
};
