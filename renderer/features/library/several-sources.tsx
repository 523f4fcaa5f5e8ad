import { runCommand, useRegistry } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { SourceRow } from '#shared/contract/sources.ts';
import { BelongsFields } from './belongs-fields.tsx';
import styles from './source-details.module.css';

const sum = (sources: readonly SourceRow[], of: 'words' | 'turns' | 'codings'): number =>
  sources.reduce((total, source) => total + source[of], 0);

/** What several chosen sources amount to, and where all of them belong. */
export const SeveralSources = ({ sources }: { readonly sources: readonly SourceRow[] }) => {
  const remove = useRegistry((registry) => registry.commands.get('library.delete'));
  return (
    <section className={styles.details} aria-label="Chosen sources">
      <header>
        <h2 className={styles.name}>{counted(sources.length, 'source')} chosen</h2>
        <p className={`${styles.quiet} figures`}>
          {counted(sum(sources, 'words'), 'word')}, {counted(sum(sources, 'turns'), 'turn')},{' '}
          {counted(sum(sources, 'codings'), 'coding')}
        </p>
      </header>
      <p className={styles.quiet}>What you choose here is set for all of them.</p>
      <BelongsFields sources={sources} />
      {remove === undefined ? null : (
        <div>
          <Button onPress={() => runCommand('library.delete')}>{remove.label}</Button>
        </div>
      )}
    </section>
  );
};
