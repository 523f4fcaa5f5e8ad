import { useState } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { MultiChoice } from '#renderer/ui/multi-choice.tsx';
import type { ReportPart } from '#shared/model/report.ts';
import type { Theme } from '#shared/model/theme.ts';
import { ChooseQuotes } from './choose-quotes.tsx';
import styles from './writing.module.css';
import { changePart } from './writing-actions.ts';

type TableOf = Extract<ReportPart, { readonly type: 'theme table' }>;

interface Props {
  readonly reportId: string;
  readonly part: TableOf;
}

const none: readonly never[] = [];

/** Which themes are in a table, and which quote stands for each. */
export const TablePart = ({ reportId, part }: Props) => {
  const [choosing, setChoosing] = useState<Theme | null>(null);
  const themes = useCall('themes.list', {}).data ?? none;
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const chosen = new Map(part.quotes.map(({ themeId, codingId }) => [themeId, codingId]));
  const words = useCall(
    'extracts.get',
    { codingIds: part.quotes.map(({ codingId }) => codingId) },
    { enabled: part.quotes.length > 0, keepPrevious: true },
  ).data;
  const textOf = new Map(words?.map(({ id, text }) => [id, text]));
  const options = themes
    .filter(({ status, id }) => status !== 'retired' || part.themeIds.includes(id))
    .map(({ id, name, parentId }) => ({
      id,
      name,
      note: parentId === null ? undefined : byId.get(parentId)?.name,
    }));
  const setQuote = (themeId: string, codingId: string | undefined): void => {
    const others = part.quotes.filter((one) => one.themeId !== themeId);
    const quotes = codingId === undefined ? others : [...others, { themeId, codingId }];
    void changePart(reportId, part.id, { quotes });
  };
  const shown = themes.filter(({ id }) => part.themeIds.includes(id));
  const current = choosing === null ? undefined : chosen.get(choosing.id);
  return (
    <>
      <MultiChoice
        label="Themes in the table"
        placeholder="No theme yet"
        noun="theme"
        options={options}
        value={part.themeIds}
        onChange={(themeIds) => void changePart(reportId, part.id, { themeIds: [...themeIds] })}
      />
      <section className={styles.section} aria-label="Illustrative quotes">
        <h3 className={styles.label}>Illustrative quotes</h3>
        {shown.length === 0 ? null : (
          <p className={styles.quiet}>
            Without a choice, the first quote of the theme’s own part stands here, or one marked as
            telling.
          </p>
        )}
        <ul className={styles.tableThemes}>
          {shown.map((theme) => {
            const codingId = chosen.get(theme.id);
            return (
              <li key={theme.id} className={styles.tableTheme}>
                <span className={styles.tableName}>
                  {theme.name}
                  {codingId === undefined ? null : (
                    <span className={styles.tableQuote}>
                      {textOf.get(codingId) ?? 'This quote is no longer in the project.'}
                    </span>
                  )}
                </span>
                <Button
                  small
                  aria-label={`Choose quote for ${theme.name}`}
                  onPress={() => setChoosing(theme)}
                >
                  Choose quote
                </Button>
              </li>
            );
          })}
        </ul>
      </section>
      {choosing === null ? null : (
        <ChooseQuotes
          title={`Choose quote: ${choosing.name}`}
          action="Use this quote"
          themeId={choosing.id}
          chosen={current === undefined ? none : [current]}
          most={1}
          onDone={([id]) => setQuote(choosing.id, id)}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  );
};
