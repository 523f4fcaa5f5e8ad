import { useQuery } from '@tanstack/react-query';
import { FolderOpen, Leaf } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { chooseProject, createProject, createSample, openProject } from '#renderer/client/open.ts';
import { platform } from '#renderer/client/platform.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './start-screen.module.css';

const NewProject = () => {
  const [name, setName] = useState('');
  const [coder, setCoder] = useState('');
  const [error, setError] = useState<string>();
  const create = (): void => {
    if (name.trim() === '') setError('Give the project a name, for example the study’s title.');
    else void createProject(name.trim(), coder.trim() === '' ? 'Researcher' : coder.trim());
  };
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <h2 className={styles.heading}>Start a new project</h2>
      <TextField label="Name of the study" value={name} onChange={setName} error={error} />
      <TextField
        label="Your name or initials"
        value={coder}
        onChange={setCoder}
        description="Every coding is recorded as yours. You can change it later."
      />
      <Button kind="primary" type="submit">
        Create project
      </Button>
    </Form>
  );
};

const Sample = () => {
  const [progress, setProgress] = useState<readonly [number, number]>();
  const build = async (): Promise<void> => {
    setProgress([0, 0]);
    await createSample((done, total) => setProgress([done, total]));
    setProgress(undefined);
  };
  return progress === undefined ? (
    <Button onPress={() => void build()}>
      <Leaf size={16} aria-hidden /> Explore the sample study
    </Button>
  ) : (
    <ProgressBar label="Building the sample study" done={progress[0]} total={progress[1]} />
  );
};

const Recent = () => {
  const recent = useQuery({
    queryKey: ['recent-projects'],
    queryFn: () => platform.recentProjects(),
    gcTime: 0,
  });
  if (recent.data === undefined || recent.data.length === 0) return null;
  return (
    <section aria-label="Recent projects" className={styles.recent}>
      <h2 className={styles.heading}>Recent projects</h2>
      <ul>
        {recent.data.map((project) => (
          <li key={project.token}>
            <button
              type="button"
              className={styles.project}
              onClick={() => void openProject(project.token)}
            >
              <span>{project.name}</span>
              <span className={styles.location}>{project.location}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What is shown while no project is open: begin, go on, or look around. */
export const StartScreen = () => (
  <main className={styles.screen}>
    <header>
      <h1 className={styles.title}>Understory</h1>
      <p className={styles.lead}>
        Code interviews, build themes, keep the trail. Everything stays on this computer.
      </p>
    </header>
    <div className={styles.columns}>
      <NewProject />
      <div className={styles.open}>
        <Recent />
        <h2 className={styles.heading}>Open</h2>
        <Button onPress={() => void chooseProject()}>
          <FolderOpen size={16} aria-hidden /> Open a project file
        </Button>
        <Sample />
      </div>
    </div>
  </main>
);
