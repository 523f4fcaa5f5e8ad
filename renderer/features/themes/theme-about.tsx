import { Plus, X } from 'lucide-react';
import { runCommand } from '#renderer/commands/registry.ts';
import { RecordHistory } from '#renderer/features/history/record-history.tsx';
import { ThemeReplies } from '#renderer/features/review/theme-replies.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { counted } from '#renderer/ui/words.ts';
import { type Theme, themeStatuses } from '#shared/model/theme.ts';
import { FormerNames } from './former-names.tsx';
import { goToTheme, setStatus, takeOutCode } from './theme-actions.ts';
import type { ThemeNode } from './theme-board.ts';
import { statuses } from './theme-card.tsx';
import { ThemeField, ThemeNarrative } from './theme-field.tsx';
import styles from './themes-inspector.module.css';
import { useThemesState } from './themes-state.ts';

const Status = ({ theme }: { readonly theme: Theme }) => (
  <Select
    label="Status"
    choices={themeStatuses.map((id) => ({ id, name: statuses[id].name }))}
    value={theme.status}
    onChange={(status) => {
      if (status === theme.status) return;
      if (status === 'retired')
        useThemesState.setState({ dialog: { kind: 'retire', themeId: theme.id } });
      else void setStatus(theme, status);
    }}
  />
);

const Subthemes = ({ node }: { readonly node: ThemeNode }) => (
  <section aria-labelledby="theme-subthemes">
    <div className={styles.headingRow}>
      <h3 id="theme-subthemes" className={styles.heading}>
        Subthemes
      </h3>
      <IconButton
        icon={Plus}
        label="New subtheme"
        onPress={() => runCommand('theme.new-subtheme')}
      />
    </div>
    {node.subthemes.length === 0 ? <p className={styles.quiet}>None</p> : null}
    <ul>
      {node.subthemes.map(({ theme, codeCount }) => (
        <li key={theme.id}>
          <button type="button" className={styles.row} onClick={() => goToTheme(theme.id)}>
            {theme.name} <span className="figures">{counted(codeCount, 'code')}</span>
          </button>
        </li>
      ))}
    </ul>
  </section>
);

const Codes = ({ node }: { readonly node: ThemeNode }) => {
  const go = useNavigation((navigation) => navigation.go);
  return (
    <section aria-labelledby="theme-codes">
      <div className={styles.headingRow}>
        <h3 id="theme-codes" className={styles.heading}>
          Codes
        </h3>
        <IconButton
          icon={Plus}
          label="Add a code to this theme"
          onPress={() => runCommand('theme.add-codes')}
        />
      </div>
      {node.codes.length === 0 ? <p className={styles.quiet}>None</p> : null}
      <ul>
        {node.codes.map(({ id, code, codings }) => (
          <li key={id} className={styles.code}>
            <button
              type="button"
              className={styles.row}
              onClick={() => go({ area: 'codebook', id })}
            >
              <CodeChip code={code} count={codings} />
            </button>
            <IconButton
              icon={X}
              label={`Take ${code.name} out of theme`}
              onPress={() => void takeOutCode(id, node.theme.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What restoring an earlier version of a theme gives back. */
const wordsOf = ({ name, concept, boundaries, narrative, summary }: Theme) => ({
  name,
  concept,
  boundaries,
  narrative,
  summary,
});

/** What a theme is about: its words, which save themselves, and what it is built from. */
export const ThemeAbout = ({ node }: { readonly node: ThemeNode }) => {
  const { theme } = node;
  return (
    <div className={styles.about}>
      <ThemeField theme={theme} field="name" label="Name" />
      <FormerNames theme={theme} />
      <Status theme={theme} />
      {theme.status === 'retired' ? (
        <>
          <ThemeField theme={theme} field="retiredReason" label="Why it is retired" />
          <Button small onPress={() => runCommand('theme.restore')}>
            Restore theme
          </Button>
        </>
      ) : null}
      <ThemeField
        theme={theme}
        field="concept"
        label="Central organising concept"
        placeholder="The one idea that holds the theme together"
      />
      <ThemeField
        theme={theme}
        field="boundaries"
        label="What it is not"
        placeholder="Where it ends: what may look like it and belongs elsewhere"
      />
      <ThemeField
        theme={theme}
        field="summary"
        label="Plain-language summary"
        placeholder="As you would tell it to somebody who took part"
      />
      <ThemeNarrative theme={theme} />
      <Subthemes node={node} />
      <Codes node={node} />
      <ThemeReplies themeId={theme.id} />
      <RecordHistory kind="theme" id={theme.id} now={wordsOf(theme)} />
    </div>
  );
};
