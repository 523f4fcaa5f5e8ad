import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { quoted } from '#renderer/ui/words.ts';
import type { Theme } from '#shared/model/theme.ts';
import { formerNames } from './name-versions.ts';
import styles from './themes-inspector.module.css';

/** How many versions are looked through for names. */
const mostVersions = 1000;

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The names a theme had before, each with until when, to be taken up again. */
export const FormerNames = ({ theme }: { readonly theme: Theme }) => {
  const versions = useCall(
    'history.ofRecord',
    { kind: 'theme', id: theme.id, limit: mostVersions },
    { keepPrevious: true },
  ).data;
  const names = versions === undefined ? [] : formerNames(versions, theme.name);
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="theme-former-names">
      <h3 id="theme-former-names" className={styles.heading}>
        Earlier names
      </h3>
      <ul>
        {names.map(({ name, until }) => (
          <li key={name} className={styles.former}>
            <span className={styles.formerName}>
              {name}{' '}
              <span className={styles.quiet}>
                until <time dateTime={until}>{dayFormat.format(new Date(until))}</time>
              </span>
            </span>
            <Button
              kind="quiet"
              small
              aria-label={`Name the theme ${name} again`}
              onPress={() =>
                void edit(
                  'themes.update',
                  { id: theme.id, name },
                  { toast: `Theme named ${quoted(name)} again` },
                )
              }
            >
              Use again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
