import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { openProject, useOpening } from '#renderer/client/open.ts';
import { platform } from '#renderer/client/platform.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';
import styles from './start-screen.module.css';

/** From how many projects on a filter helps. */
const filterFrom = 8;

const openedOn = (instant: string): string =>
  new Date(instant).toLocaleDateString(undefined, { dateStyle: 'medium' });

/** The projects opened before. Without any there is nothing to show. */
export const Recent = () => {
  const [typed, setTyped] = useState('');
  const isBusy = useOpening((state) => state.doing !== null);
  const recent = useQuery({
    queryKey: ['recent-projects'],
    queryFn: () => platform.recentProjects(),
    gcTime: 0,
  });
  if (recent.data === undefined || recent.data.length === 0) return null;
  const wanted = typed.trim().toLocaleLowerCase();
  const shown = recent.data.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <section aria-labelledby="start-recent" className={styles.recent}>
      <h2 className={styles.heading} id="start-recent">
        Recent projects
      </h2>
      {recent.data.length < filterFrom ? null : (
        <SearchField label="Find a project" value={typed} onChange={setTyped} />
      )}
      {shown.length === 0 ? <p className={styles.location}>No project has that name.</p> : null}
      <ul className={styles.projects}>
        {shown.map((project) => (
          <li key={project.token}>
            <button
              type="button"
              className={styles.project}
              disabled={isBusy}
              onClick={() =>
                void openProject(project.token).then(() => {
                  // What is no longer there goes from the list.
                  if (useOpening.getState().error !== null) void recent.refetch();
                })
              }
            >
              <span className={styles.projectName}>{project.name}</span>
              <span className={styles.location}>
                {project.location} · {openedOn(project.openedAt)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
