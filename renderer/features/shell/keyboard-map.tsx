import { useEffect, useState } from 'react';
import { type Command, useRegistry } from '#renderer/commands/registry.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { formatKeys } from '#renderer/ui/keys.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { loadAreaCommands } from './all-commands.ts';
import { keyGroups } from './key-rows.ts';
import styles from './keyboard-map.module.css';
import { closeOverlay, useShellState } from './shell-state.ts';
import { SingleKeys } from './text-and-colours.tsx';

const Keys = () => {
  const [typed, setTyped] = useState('');
  const [elsewhere, setElsewhere] = useState<readonly Command[]>([]);
  const here = useRegistry((registry) => registry.commands);
  useEffect(() => void loadAreaCommands().then(setElsewhere), []);
  const known = new Map([...elsewhere.map((one) => [one.id, one] as const), ...here]);
  const groups = keyGroups([...known.values()], typed);
  return (
    <>
      <div className={styles.tools}>
        <SearchField label="Find an action or a key" value={typed} onChange={setTyped} autoFocus />
        <SingleKeys />
      </div>
      <div className={styles.columns}>
        {groups.length === 0 ? <p>No action and no key is called that.</p> : null}
        {groups.map(({ menu, rows }) => (
          <section key={menu} className={styles.menu}>
            <h3>{menu}</h3>
            <dl>
              {rows.map(({ label, keys, where }) => (
                <div key={`${label} ${where}`} className={styles.row}>
                  <dt>
                    {label}
                    {where === '' ? null : <span className={styles.where}> {where}</span>}
                  </dt>
                  <dd>
                    {keys.map((key, index) => (
                      <span key={key}>
                        {index === 0 ? null : ' or '}
                        <kbd>{formatKeys(key)}</kbd>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
};

/** Every command that has keys, by menu, in whichever area it works. */
export const KeyboardMap = () => {
  const isOpen = useShellState((state) => state.open === 'keys');
  return (
    <Dialog title="Keyboard map" isOpen={isOpen} onClose={closeOverlay} size="large">
      <Keys />
    </Dialog>
  );
};
