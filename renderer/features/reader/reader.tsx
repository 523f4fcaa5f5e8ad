import { useEffect, useMemo, useRef, useState } from 'react';
import { platform } from '#renderer/client/platform.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { usePackContents } from '#renderer/features/review/use-packs.ts';
import { useNativeMenu } from '#renderer/features/shell/use-native-menu.ts';
import { useShortcuts } from '#renderer/features/shell/use-shortcuts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { PackTheme } from '#shared/model/review-pack.ts';
import styles from './reader.module.css';
import { readingCommands } from './reader-commands.ts';
import { stopReading, useReader } from './reader-state.ts';

/** Sizes of the text in CSS pixels, and which of them it begins with. */
const sizes = [18, 22, 26, 32] as const;
const firstSize = 1;

const keepReading = (): void => useReader.setState({ isLeaving: false });

/** Asks whether it is meant: the answer that does nothing has the focus. */
const Leaving = () => (
  <Dialog
    title="Leave reader mode?"
    isOpen
    onClose={keepReading}
    actions={
      <>
        <Button kind="primary" autoFocus onPress={keepReading}>
          Keep reading
        </Button>
        <Button onPress={stopReading}>Leave reader mode</Button>
      </>
    }
  >
    <p>
      This is for the researcher. Leaving shows the whole study again, with the names of files and
      of coders.
    </p>
  </Dialog>
);

const idOf = (at: number): string => `reader-theme-${at}`;

const Theme = ({ theme, at }: { readonly theme: PackTheme; readonly at: number }) => (
  <section className={styles.theme} aria-labelledby={idOf(at)}>
    <h2 id={idOf(at)} tabIndex={-1} dir="auto">
      {theme.name}
    </h2>
    <p className={styles.summary} dir="auto">
      {theme.summary}
    </p>
    {theme.quotes.map(({ codingId, text, who }) => (
      <figure key={codingId} className={styles.quote}>
        <blockquote dir="auto">{text}</blockquote>
        <figcaption dir="auto">{who}</figcaption>
      </figure>
    ))}
  </section>
);

const goToTheme = (at: number): void => {
  const heading = document.querySelector<HTMLElement>(`#${idOf(at)}`);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
};

const Themes = ({ packId }: { readonly packId: string }) => {
  const contents = usePackContents(packId);
  if (contents === undefined) return <Skeleton lines={10} />;
  if (contents === null)
    return (
      <EmptyState title="There is nothing to read here now">
        The researcher can leave reader mode and start it again.
      </EmptyState>
    );
  return (
    <>
      <h1 dir="auto">{contents.title}</h1>
      <nav aria-label="Themes">
        <ol className={styles.contents}>
          {contents.themes.map(({ themeId, name }, at) => (
            <li key={themeId}>
              <button type="button" className={styles.entry} onClick={() => goToTheme(at)}>
                <bdi>{name}</bdi>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {contents.themes.map((theme, at) => (
        <Theme key={theme.themeId} theme={theme} at={at} />
      ))}
    </>
  );
};

/** The page says what it is without the name of the study, and every target is large. */
const useReaderPage = (): void => {
  useEffect(() => {
    platform.setTitle('Themes to read · Understory');
    document.documentElement.dataset.reader = '';
    return () => {
      delete document.documentElement.dataset.reader;
    };
  }, []);
};

/** The whole window in reader mode: the themes and quotes of one review pack, larger text, and the way out. */
export const Reader = () => {
  const { packId, isLeaving } = useReader();
  const [size, setSize] = useState(firstSize);
  const main = useRef<HTMLElement>(null);
  const commands = useMemo(
    () =>
      readingCommands((by) =>
        setSize((before) => Math.min(sizes.length - 1, Math.max(0, before + by))),
      ),
    [],
  );
  useCommands(commands);
  useNativeMenu();
  useShortcuts();
  useReaderPage();
  useEffect(() => main.current?.focus(), []);
  const [larger, smaller, leave] = commands;
  return (
    <div className={styles.reader}>
      <header className={styles.bar}>
        <Button isDisabled={size === 0} onPress={() => void smaller?.run()}>
          Smaller text
        </Button>
        <Button isDisabled={size === sizes.length - 1} onPress={() => void larger?.run()}>
          Larger text
        </Button>
        <span className={styles.space} />
        <Button kind="quiet" onPress={() => void leave?.run()}>
          Leave reader mode
        </Button>
      </header>
      <main
        ref={main}
        className={styles.page}
        aria-label="Themes to read"
        tabIndex={-1}
        style={{ fontSize: `${sizes[size]}px` }}
      >
        <div className={styles.column}>{packId === null ? null : <Themes packId={packId} />}</div>
      </main>
      {isLeaving ? <Leaving /> : null}
    </div>
  );
};
