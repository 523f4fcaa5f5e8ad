import { useMemo } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { exportName, tellExported, useExport } from '#renderer/client/use-export.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { counted, quoted } from '#renderer/ui/words.ts';
import type { PackRow } from '#shared/contract/packs.ts';
import { packCode } from '#shared/model/review-pack.ts';
import styles from './packs.module.css';
import { beginPack } from './packs-draft.ts';

const dayOf = (instant: string): string =>
  new Date(instant).toLocaleDateString('en-GB', { dateStyle: 'long' });

const Row = ({ pack }: { readonly pack: PackRow }) => {
  const { job, write } = useExport('exports.reviewPack');
  const save = async (): Promise<void> => {
    const written = await write(exportName(pack.name, packCode(pack.id), 'html'), {
      packId: pack.id,
    });
    if (written !== null) tellExported('the review pack', written);
  };
  const replies = `${pack.replies.toLocaleString()} ${pack.replies === 1 ? 'reply' : 'replies'}`;
  return (
    <li className={styles.pack}>
      <div className={styles.packAbout}>
        <h2 className={styles.packName}>{pack.name}</h2>
        <p className={`${styles.quiet} figures`}>
          {[
            dayOf(pack.createdAt),
            counted(pack.themes, 'theme'),
            counted(pack.quotes, 'quote'),
            replies,
            `code ${packCode(pack.id)}`,
          ].join(' · ')}
        </p>
      </div>
      <Button
        isDisabled={job !== null}
        aria-label={`Save as a file: ${pack.name}`}
        onPress={() => void save()}
      >
        Save as a file
      </Button>
      <Button
        kind="quiet"
        aria-label={`Delete ${pack.name}`}
        onPress={() =>
          void edit(
            'packs.delete',
            { id: pack.id },
            { toast: `Review pack ${quoted(pack.name)} deleted` },
          )
        }
      >
        Delete
      </Button>
    </li>
  );
};

/** Every review pack that was made, newest first. */
export const PacksList = () => {
  useCommands(
    useMemo(
      () => [
        {
          id: 'packs.make',
          label: 'Make a review pack',
          menu: 'Theme' as const,
          keys: '$mod+Enter',
          run: beginPack,
        },
      ],
      [],
    ),
  );
  const packs = useCall('packs.list', {});
  if (packs.isError) return <ErrorState error={packs.error} onRetry={() => void packs.refetch()} />;
  if (packs.data === undefined) return <Skeleton lines={5} />;
  const make = (
    <Button kind="primary" onPress={beginPack}>
      Make a review pack
    </Button>
  );
  if (packs.data.length === 0)
    return (
      <EmptyState title="No review packs yet" action={make}>
        A review pack is one file that people outside the team can open, read and answer, for
        example PPI contributors. It holds your themes in plain words and a few quotes.
      </EmptyState>
    );
  return (
    <div className={styles.list}>
      <div className={styles.listHead}>
        <p className={`${styles.quiet} figures`}>{counted(packs.data.length, 'review pack')}</p>
        {make}
      </div>
      <ul>
        {packs.data.map((pack) => (
          <Row key={pack.id} pack={pack} />
        ))}
      </ul>
    </div>
  );
};
