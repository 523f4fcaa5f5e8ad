import type { UseQueryResult } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import { useThemesState } from '#renderer/features/themes/themes-state.ts';
import { useNavigation } from '#renderer/state/navigation.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { rowHeight } from '#renderer/ui/row-height.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { WindowedList } from '#renderer/ui/windowed-list.tsx';
import { type Orphan, type OrphanCheck, orphanChecks } from '#shared/model/orphan.ts';
import styles from './checks.module.css';
import { usePlanningState } from './planning-state.ts';

interface Check {
  readonly name: string;
  /** What the jump from one of its rows is called, and where it goes. */
  readonly fix: string;
  readonly jump: (id: string) => void;
}

const { go } = useNavigation.getState();

const checks: Readonly<Record<OrphanCheck, Check>> = {
  'claim without quote': {
    name: 'Findings, principles and changes without a quote',
    fix: 'Add what it rests on',
    jump: (id) => {
      go({ area: 'planning', id });
      usePlanningState.setState({ tab: 'plan', choosing: id, reveal: { claim: id } });
    },
  },
  'theme without extracts': {
    name: 'Themes without extracts',
    fix: 'Add codes to it',
    jump: (id) => {
      go({ area: 'themes', id });
      useThemesState.setState({ dialog: { kind: 'add-codes', themeId: id } });
    },
  },
  'theme carried by one person': {
    name: 'Themes carried by one person only',
    fix: 'Read its quotes',
    jump: (id) => {
      go({ area: 'themes', id });
      useThemesState.setState({ tab: 'quotes' });
    },
  },
  'code without theme': {
    name: 'Codes without a theme',
    fix: 'Put it into a theme',
    jump: (id) => {
      go({ area: 'themes' });
      useThemesState.setState({ dialog: { kind: 'add-code-to', codeId: id } });
    },
  },
};

interface Heading {
  readonly check: OrphanCheck;
  readonly count: number;
}
type Row = Orphan | Heading;

const isHeading = (row: Row): row is Heading => !('why' in row);
const keyOf = (row: Row): string => (isHeading(row) ? row.check : `${row.check} ${row.id}`);

const rowsOf = (orphans: readonly Orphan[]): readonly Row[] =>
  orphanChecks.flatMap((check): readonly Row[] => {
    const own = orphans.filter((orphan) => orphan.check === check);
    return own.length === 0 ? [] : [{ check, count: own.length }, ...own];
  });

/** How many rows of plain height a row takes: its name, and two lines of why. */
const lines = 2.3;

const CheckRow = ({ row }: { readonly row: Row }) =>
  isHeading(row) ? (
    <h2 className={styles.heading}>
      {checks[row.check].name}{' '}
      <span className={`${styles.count} figures`}>{row.count.toLocaleString()}</span>
    </h2>
  ) : (
    <div className={styles.orphan}>
      <p className={styles.name}>{row.name}</p>
      <p className={styles.why}>{row.why}</p>
      <span className={styles.fix}>
        {checks[row.check].fix} <ArrowRight size={14} aria-hidden />
      </span>
    </div>
  );

/** Where the chain of evidence is broken or thin, each with the way to where that is mended. */
export const Checks = ({ reading }: { readonly reading: UseQueryResult<readonly Orphan[]> }) => {
  const rows = useMemo(() => rowsOf(reading.data ?? []), [reading.data]);
  if (reading.isError)
    return <ErrorState error={reading.error} onRetry={() => void reading.refetch()} />;
  if (reading.data === undefined) return <Skeleton lines={10} />;
  if (rows.length === 0)
    return (
      <EmptyState title="Nothing is loose">
        Every theme has extracts from more than one person, every code stands in a theme, and every
        finding, principle and planned change leads to a quote. Whether the quotes are strong enough
        is yours to judge.
      </EmptyState>
    );
  return (
    <div className={styles.checks}>
      <p className={styles.intro}>
        The checks see whether there is support, not whether it is strong. Enter or a click on a row
        goes to where it is mended.
      </p>
      <div className={styles.rows}>
        <WindowedList
          label="Checks"
          rows={rows}
          rowHeight={Math.round(rowHeight() * lines)}
          keyOf={keyOf}
          isHeading={isHeading}
          onOpen={(row) => {
            if (!isHeading(row)) checks[row.check].jump(row.id);
          }}
        >
          {(row) => <CheckRow row={row} />}
        </WindowedList>
      </div>
    </div>
  );
};
