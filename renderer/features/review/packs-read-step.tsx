import { edit } from '#renderer/client/edit.ts';
import { exportName, tellExported, useExport } from '#renderer/client/use-export.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import { packCode } from '#shared/model/review-pack.ts';
import styles from './packs.module.css';
import { usePackCheck } from './packs-check.ts';
import { changeMaking, endPack, leftToDo, type Making, namesOf } from './packs-draft.ts';

const ToDo = ({ making, leaks }: { readonly making: Making; readonly leaks: number }) => {
  const left = [
    ...leftToDo(making),
    ...(leaks === 0
      ? []
      : [
          {
            step: 'checks' as const,
            words: `Answer ${counted(leaks, 'finding')} of the leak check.`,
          },
        ]),
  ];
  if (left.length === 0) return null;
  return (
    <section className={styles.todo} aria-label="Before the pack can be made">
      <h3 className={styles.openTheme}>Before the pack can be made</h3>
      <ul>
        {left.map(({ step, words }) => (
          <li key={words}>
            <button
              type="button"
              className={styles.todoLink}
              onClick={() => changeMaking({ step })}
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The very words that readers get, in their order. */
const Contents = ({ making }: { readonly making: Making }) => {
  const { title, welcome, returnTo, themes } = making.contents;
  return (
    <article className={styles.preview} aria-label="What readers get">
      <p className={styles.previewTitle}>{title}</p>
      <p className={styles.previewWords}>{welcome}</p>
      {themes.map((theme, at) => (
        <section key={theme.themeId} aria-label={theme.name}>
          <h3 className={styles.previewName}>
            {at + 1}. {theme.name}
          </h3>
          <p className={styles.previewWords}>{theme.summary}</p>
          {theme.quotes.map(({ codingId, text, who }) => (
            <figure key={codingId} className={styles.previewQuote}>
              <blockquote>{text}</blockquote>
              <figcaption className={styles.quiet}>{who}</figcaption>
            </figure>
          ))}
        </section>
      ))}
      <p className={styles.previewWords}>
        {returnTo.trim() === '' ? 'Nothing says yet where replies go.' : returnTo}
      </p>
    </article>
  );
};

/** Reads the pack through, makes it and saves its file. */
export const PackReadStep = ({ making }: { readonly making: Making }) => {
  const check = usePackCheck(making);
  const { job, write } = useExport('exports.reviewPack');
  const leaks = check.data?.leaks;
  const open = leaks?.filter(({ id }) => !making.notIdentifying.has(id)).length ?? 0;
  const isReady =
    leaks !== undefined && !check.isFetching && open === 0 && leftToDo(making).length === 0;
  const make = async (): Promise<void> => {
    const pack = await edit(
      'packs.create',
      {
        name: making.name,
        contents: making.contents,
        names: namesOf(making.names),
        notIdentifying:
          leaks?.map(({ id }) => id).filter((id) => making.notIdentifying.has(id)) ?? [],
      },
      { announce: `Review pack ${quoted(making.name)} made` },
    );
    if (pack === null) return;
    const written = await write(exportName(pack.name, packCode(pack.id), 'html'), {
      packId: pack.id,
    });
    endPack();
    if (written !== null) tellExported('the review pack', written);
  };
  return (
    <>
      <p className={styles.quiet}>
        These are the words that readers get, with a practice page, questions under each theme, a
        question on the whole, and boxes to write in on paper. Once it is made, a pack stays as it
        is, so that replies always belong to the words that were read.
      </p>
      <ToDo making={making} leaks={open} />
      <div className={styles.makeRow}>
        <Button kind="primary" isDisabled={!isReady || job !== null} onPress={() => void make()}>
          Make and save the pack
        </Button>
      </div>
      {job === null ? null : <ProgressBar label={job.doing} done={job.done} total={job.total} />}
      <Contents making={making} />
    </>
  );
};
