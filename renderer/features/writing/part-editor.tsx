import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { saveBy, useAutosaved } from '#renderer/client/autosave.ts';
import { useCall } from '#renderer/client/queries.ts';
import { RichTextEditor } from '#renderer/editor/rich-text-editor.tsx';
import { ThemeNarrative } from '#renderer/features/themes/theme-field.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { counted } from '#renderer/ui/words.ts';
import { assertNever } from '#shared/model/assert-never.ts';
import type { Report, ReportPart } from '#shared/model/report.ts';
import { ChooseQuotes } from './choose-quotes.tsx';
import { ChosenQuotes } from './chosen-quotes.tsx';
import { InsertQuotes } from './insert-quotes.tsx';
import { TablePart } from './table-part.tsx';
import styles from './writing.module.css';
import { changePart, removePart } from './writing-actions.ts';

type PartOf<T extends ReportPart['type']> = Extract<ReportPart, { readonly type: T }>;

interface HeadingProps {
  readonly reportId: string;
  readonly part: PartOf<'text' | 'theme table' | 'claims'>;
}

const HeadingField = ({ reportId, part }: HeadingProps) => {
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${part.id}/heading`,
    stored: part.heading,
    save: (heading) => saveBy('reports.changePart', { reportId, partId: part.id, heading }),
  });
  return (
    <TextField
      label="Heading"
      placeholder="No heading"
      maxLength={200}
      value={value}
      onChange={onChange}
      onFocusChange={onFocusChange}
      error={problem ?? undefined}
    />
  );
};

const TextPart = ({
  reportId,
  part,
}: {
  readonly reportId: string;
  readonly part: PartOf<'text'>;
}) => {
  const { value, problem, onChange, onFocusChange } = useAutosaved({
    key: `${part.id}/body`,
    stored: part.body,
    save: (body) => saveBy('reports.changePart', { reportId, partId: part.id, body }),
  });
  return (
    <div
      role="presentation"
      onFocus={() => onFocusChange(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onFocusChange(false);
      }}
    >
      <RichTextEditor
        label="Text"
        value={value}
        onChange={onChange}
        minHeight={200}
        placeholder="For example who took part, and how themes were made"
        tools={<InsertQuotes themeId={null} />}
      />
      {problem === null ? null : <p className={styles.problem}>{problem}</p>}
    </div>
  );
};

const ThemePart = ({
  reportId,
  part,
}: {
  readonly reportId: string;
  readonly part: PartOf<'theme'>;
}) => {
  const [isChoosing, setChoosing] = useState(false);
  const themes = useCall('themes.list', {}).data;
  if (themes === undefined) return <Skeleton lines={6} />;
  const theme = themes.find(({ id }) => id === part.themeId);
  if (theme === undefined)
    return (
      <p className={styles.quiet}>
        This theme is no longer in the project. Undo may bring it back; otherwise take this part
        out.
      </p>
    );
  const choose = (codingIds: readonly string[]): void =>
    void changePart(reportId, part.id, { codingIds: [...codingIds] });
  return (
    <>
      <ThemeNarrative theme={theme} />
      <section className={styles.section} aria-label="Quotes below the narrative">
        <div className={styles.sectionHead}>
          <h3 className={styles.label}>
            Quotes below the narrative{' '}
            <span className={`${styles.quiet} figures`}>
              {part.codingIds.length === 0 ? '' : counted(part.codingIds.length, 'quote')}
            </span>
          </h3>
          <Button small onPress={() => setChoosing(true)}>
            Choose quotes
          </Button>
        </div>
        <ChosenQuotes
          label="Quotes below the narrative"
          chosen={part.codingIds}
          onChange={choose}
          empty="None are chosen. Quotes can also stand within the narrative."
        />
      </section>
      <Button
        small
        kind="quiet"
        onPress={() => useNavigation.getState().go({ area: 'themes', id: theme.id })}
      >
        Go to this theme
      </Button>
      {isChoosing ? (
        <ChooseQuotes
          title={`Choose quotes: ${theme.name}`}
          action="Use these quotes"
          themeId={theme.id}
          chosen={part.codingIds}
          onDone={choose}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
};

const claimKinds = [
  { id: 'finding', name: 'Findings' },
  { id: 'principle', name: 'Guiding principles' },
  { id: 'planned change', name: 'Planned changes' },
] as const;

const ClaimsPart = ({
  reportId,
  part,
}: {
  readonly reportId: string;
  readonly part: PartOf<'claims'>;
}) => (
  <Select
    label="What is listed"
    choices={claimKinds}
    value={part.kind}
    onChange={(kind) => {
      if (kind !== part.kind) void changePart(reportId, part.id, { kind });
    }}
  />
);

const Fields = ({ reportId, part }: { readonly reportId: string; readonly part: ReportPart }) => {
  switch (part.type) {
    case 'text':
      return (
        <>
          <HeadingField reportId={reportId} part={part} />
          <TextPart reportId={reportId} part={part} />
        </>
      );
    case 'theme':
      return <ThemePart reportId={reportId} part={part} />;
    case 'theme table':
      return (
        <>
          <HeadingField reportId={reportId} part={part} />
          <TablePart reportId={reportId} part={part} />
        </>
      );
    case 'claims':
      return (
        <>
          <HeadingField reportId={reportId} part={part} />
          <ClaimsPart reportId={reportId} part={part} />
        </>
      );
    default:
      return assertNever(part);
  }
};

interface Props {
  readonly report: Report;
  readonly part: ReportPart;
  readonly name: string;
  readonly gaps: readonly string[];
}

/** The part that is chosen, to be written and filled; everything in it saves itself. */
export const PartEditor = ({ report, part, name, gaps }: Props) => (
  <section className={styles.editor} aria-label={`Part: ${name}`}>
    <div className={styles.sectionHead}>
      <h2 className={styles.editorTitle}>{name}</h2>
      <IconButton
        icon={Trash2}
        label="Take part out of report"
        onPress={() => void removePart(report, part.id)}
      />
    </div>
    {gaps.length === 0 ? null : (
      <ul className={styles.gaps}>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    )}
    <Fields reportId={report.id} part={part} />
  </section>
);
