import { Archive, Circle, CircleCheck, CircleDot, Ellipsis, type LucideIcon } from 'lucide-react';
import { type FocusEvent, memo, useId, useRef } from 'react';
import { runCommand, useRegistry } from '#renderer/commands/registry.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#renderer/ui/menu.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { counted } from '#renderer/ui/words.ts';
import type { Theme, ThemeStatus } from '#shared/model/theme.ts';
import { createTheme, lookAtTheme, renameTheme, showQuotes, turnToTheme } from './theme-actions.ts';
import { isSameNode, type ThemeNode } from './theme-board.ts';
import styles from './theme-card.module.css';
import { ThemeCodes } from './theme-codes.tsx';
import { ThemeName } from './theme-name.tsx';
import { useThemesState } from './themes-state.ts';
import { useNear } from './use-near.ts';
import { useThemeDrag } from './use-theme-drag.ts';

/** How each status is called and drawn. */
export const statuses: Readonly<Record<ThemeStatus, { name: string; icon: LucideIcon }>> = {
  candidate: { name: 'Candidate', icon: Circle },
  reviewed: { name: 'Reviewed', icon: CircleDot },
  named: { name: 'Named', icon: CircleCheck },
  retired: { name: 'Retired', icon: Archive },
};

const menuIds = [
  'theme.rename',
  'theme.new-subtheme',
  'theme.add-codes',
  'theme.quotes',
  'evidence.above',
  'theme.review',
  'separator',
  'theme.move-earlier',
  'theme.move-later',
  'theme.make-subtheme',
  'theme.make-top',
  'theme.merge',
  'theme.split',
  'separator',
  'theme.status-candidate',
  'theme.status-reviewed',
  'theme.status-named',
  'theme.retire',
  'theme.delete',
];

/** The menu of a theme: the same commands as everywhere, for the theme that is looked at. */
const ThemeMenu = ({ theme }: { readonly theme: Theme }) => {
  const commands = useRegistry((registry) => registry.commands);
  const entries = menuIds.flatMap((id): readonly (MenuEntry | 'separator')[] => {
    if (id === 'separator') return ['separator'];
    const command = commands.get(id);
    if (command === undefined) return [];
    return [
      {
        id,
        label: command.label,
        keys: command.keys,
        isDisabled: !(command.enabled?.() ?? true),
        onAction: () => runCommand(id),
      },
    ];
  });
  return (
    <Menu label={`Theme ${theme.name}`} entries={entries}>
      <IconButton icon={Ellipsis} label={`More for ${theme.name}`} />
    </Menu>
  );
};

/** The field for a theme that does not exist yet. */
export const NewTheme = ({ parentId }: { readonly parentId: string | null }) => (
  <div className={parentId === null ? styles.card : styles.subtheme}>
    <ThemeName
      label={parentId === null ? 'Name of the new theme' : 'Name of the new subtheme'}
      name=""
      onDone={(name) => void createTheme(name, parentId)}
      onCancel={() =>
        useThemesState.setState({
          naming: null,
          reveal: parentId === null ? { kind: 'new-theme' } : { kind: 'theme', id: parentId },
        })
      }
    />
  </div>
);

const Name = ({ theme, nameId }: { readonly theme: Theme; readonly nameId: string }) => {
  const renaming = useThemesState((state) => state.renaming === theme.id);
  const isShown = useNavigation((navigation) => navigation.address.id === theme.id);
  const goBack = (): void =>
    useThemesState.setState({ renaming: null, reveal: { kind: 'theme', id: theme.id } });
  if (renaming)
    return (
      <ThemeName
        label={`New name for ${theme.name}`}
        name={theme.name}
        onDone={(name, stays) => {
          void renameTheme(theme, name);
          if (stays) goBack();
        }}
        onCancel={goBack}
      />
    );
  return (
    <button
      type="button"
      id={nameId}
      className={styles.name}
      data-theme-name
      aria-current={isShown}
      onClick={() => lookAtTheme(theme.id)}
      onDoubleClick={() => useThemesState.setState({ renaming: theme.id })}
    >
      {theme.name}
    </button>
  );
};

interface Props {
  readonly node: ThemeNode;
  /** 0 for a theme, 1 for a subtheme, and so on. */
  readonly level: number;
  readonly view: 'columns' | 'cards';
}

/** Every edit makes the board anew; what looks as before is not drawn again. */
const isSameCard = (before: Props, now: Props): boolean =>
  before.level === now.level && before.view === now.view && isSameNode(before.node, now.node);

/** A theme with its codes and its subthemes: a column or a card, or a part of one. */
export const ThemeCard = memo(({ node, level, view }: Props) => {
  const { theme, codes, subthemes, codeCount, quoteCount } = node;
  const nameId = useId();
  const isShown = useNavigation((navigation) => navigation.address.id === theme.id);
  const isNaming = useThemesState((state) => state.naming?.parentId === theme.id);
  const card = useRef<HTMLDivElement>(null);
  const isNear = useNear(card);
  const drag = useThemeDrag(theme, level === 0);
  const Heading = level === 0 ? 'h2' : 'h3';
  const { icon: StatusIcon, name: status } = statuses[theme.status];
  const look = (event: FocusEvent): void => {
    if (event.target.closest('[data-theme]') !== event.currentTarget) return;
    turnToTheme(theme.id);
    if (event.target.closest('[data-codes-of]') === null) useThemesState.setState({ code: null });
  };
  return (
    <div
      ref={card}
      role="presentation"
      className={level === 0 ? styles.card : styles.subtheme}
      data-theme={theme.id}
      data-theme-column={level === 0 && view === 'columns' ? '' : undefined}
      data-shown={isShown}
      data-drop={drag.side ?? undefined}
      onFocus={look}
      {...drag.target}
    >
      <section className={styles.inside} aria-labelledby={nameId}>
        <header className={styles.head} {...drag.handle}>
          <Heading className={styles.title}>
            <Name theme={theme} nameId={nameId} />
          </Heading>
          <ThemeMenu theme={theme} />
          <p className={`${styles.facts} figures`}>
            <span className={styles.status}>
              <StatusIcon size={12} aria-hidden /> {status}
            </span>
            <span>{counted(codeCount, 'code')}</span>
            <button
              type="button"
              className={styles.quotes}
              aria-label={`Show ${counted(quoteCount, 'quote')} of ${theme.name}`}
              onClick={() => showQuotes(theme.id)}
            >
              {counted(quoteCount, 'quote')}
            </button>
          </p>
        </header>
        {view === 'cards' && theme.concept !== '' ? (
          <p className={styles.concept}>{theme.concept}</p>
        ) : null}
        {isNear ? (
          <>
            <ThemeCodes theme={theme} codes={codes} flow={view === 'cards'} />
            {subthemes.map((child) => (
              <ThemeCard key={child.theme.id} node={child} level={level + 1} view={view} />
            ))}
          </>
        ) : (
          <div className={styles.far} style={{ height: codeCount * rowHeight() }} />
        )}
        {isNaming ? <NewTheme parentId={theme.id} /> : null}
      </section>
    </div>
  );
}, isSameCard);
ThemeCard.displayName = 'ThemeCard';
