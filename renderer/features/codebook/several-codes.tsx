import { runCommand, useRegistry } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CodeChip } from '#renderer/ui/code-chip.tsx';
import { counted } from '#renderer/ui/words.ts';
import type { Code, CodeUse } from '#shared/model/code.ts';
import styles from './code-details.module.css';

/** More codes than this are counted instead of listed. */
const mostListed = 100;

const actions = ['codebook.merge', 'codebook.move', 'codebook.delete', 'codebook.export'];

interface Props {
  readonly codes: readonly Code[];
  readonly uses: ReadonlyMap<string, CodeUse>;
}

/** What several chosen codes amount to, and what can be done with them together. */
export const SeveralCodes = ({ codes, uses }: Props) => {
  const commands = useRegistry((registry) => registry.commands);
  const codings = codes.reduce((sum, code) => sum + (uses.get(code.id)?.codings ?? 0), 0);
  const more = codes.length - mostListed;
  return (
    <div className={styles.details}>
      <h2 className={styles.name}>{counted(codes.length, 'code')} chosen</h2>
      <p className={`${styles.quiet} figures`}>{counted(codings, 'coding')} in all</p>
      <div className={styles.actions}>
        {actions.map((id) => {
          const command = commands.get(id);
          return command === undefined ? null : (
            <Button
              key={id}
              isDisabled={!(command.enabled?.() ?? true)}
              onPress={() => runCommand(id)}
            >
              {command.label}
            </Button>
          );
        })}
      </div>
      <ul className={styles.chosen}>
        {codes.slice(0, mostListed).map((code) => (
          <li key={code.id}>
            <CodeChip code={code} count={uses.get(code.id)?.codings ?? 0} />
          </li>
        ))}
        {more > 0 ? <li className={styles.quiet}>and {counted(more, 'more code')}</li> : null}
      </ul>
    </div>
  );
};
