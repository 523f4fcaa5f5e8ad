import { menuNames, useRegistry } from '#renderer/commands/registry.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { formatKeys } from '#renderer/ui/keys.ts';
import styles from './keyboard-map.module.css';
import { closeOverlay, useShellState } from './shell-state.ts';

/** Every command that has keys, by menu. */
export const KeyboardMap = () => {
  const isOpen = useShellState((state) => state.open === 'keys');
  const commands = useRegistry((registry) => registry.commands);
  const withKeys = [...commands.values()].filter((command) => command.keys !== undefined);
  return (
    <Dialog title="Keyboard map" isOpen={isOpen} onClose={closeOverlay} size="large">
      <div className={styles.columns}>
        {menuNames.map((menu) => {
          const listed = withKeys.filter((command) => command.menu === menu);
          if (listed.length === 0) return null;
          return (
            <section key={menu} className={styles.menu}>
              <h3>{menu}</h3>
              <dl>
                {listed.map((command) => (
                  <div key={command.id} className={styles.row}>
                    <dt>{command.label}</dt>
                    <dd>
                      <kbd>{formatKeys(command.keys ?? '')}</kbd>
                      {command.scope === 'reading' ? ' in the transcript' : ''}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
};
