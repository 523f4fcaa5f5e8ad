import { CircleAlert, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { chooseProject, createProject, useOpening } from '#renderer/client/open.ts';
import { platform } from '#renderer/client/platform.ts';
import { ApproachChoice } from '#renderer/features/approach/approach-choice.tsx';
import { BackupsDialog } from '#renderer/features/backups/backups-dialog.tsx';
import { showBackups } from '#renderer/features/backups/backups-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Approach } from '#shared/model/approach.ts';
import { Recent } from './recent.tsx';
import { Sample } from './sample.tsx';
import styles from './start-screen.module.css';
import { useStartCommands } from './use-start-commands.ts';

const NewProject = () => {
  const [name, setName] = useState('');
  const [coder, setCoder] = useState('');
  const [approach, setApproach] = useState<Approach>('reflexive');
  const [error, setError] = useState<string>();
  const isBusy = useOpening((state) => state.doing !== null);
  const create = (): void => {
    if (name.trim() === '') setError('Give the project a name, for example the study’s title.');
    else
      void createProject({
        name: name.trim(),
        coderName: coder.trim() === '' ? 'Researcher' : coder.trim(),
        approach,
      });
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
      <TextField
        label="Name of the study"
        value={name}
        onChange={(typed) => {
          setName(typed);
          setError(undefined);
        }}
        maxLength={200}
        error={error}
        {...(platform.host === 'browser'
          ? { description: 'It is kept as a file in the Understory folder on this computer.' }
          : {})}
      />
      <TextField
        label="Your name or initials"
        value={coder}
        onChange={setCoder}
        maxLength={200}
        description="Every coding is recorded as yours. You can change it later."
      />
      <ApproachChoice value={approach} onChange={setApproach} />
      <Button kind="primary" type="submit" isDisabled={isBusy}>
        Create project
      </Button>
    </Form>
  );
};

/** Why the last try failed, in the place where it was tried; the words say what to do. */
const Problem = () => {
  const { error, tried } = useOpening();
  if (error === null) return null;
  const isLost = ['project-damaged', 'not-a-project', 'file-missing'].includes(error.code);
  return (
    <div className={styles.problem} role="alert">
      <CircleAlert size={18} aria-hidden />
      <div>
        <p className={styles.problemTitle}>The project could not be opened</p>
        <p>{error.message}</p>
        {isLost && tried !== null ? (
          <p className={styles.remedy}>
            <Button small onPress={() => showBackups({ kind: 'file', token: tried })}>
              Show the backups of this file
            </Button>
          </p>
        ) : null}
        {error.details === undefined ? null : (
          <details>
            <summary>Details</summary>
            <pre>{JSON.stringify(error.details, null, 2)}</pre>
          </details>
        )}
      </div>
    </div>
  );
};

/** What is shown while no project is open: begin, go on, or look around. */
export const StartScreen = () => {
  const doing = useOpening((state) => state.doing);
  useStartCommands();
  return (
    <main className={styles.screen} aria-busy={doing !== null}>
      <header>
        <h1 className={styles.title}>Understory</h1>
        <p className={styles.lead}>
          Code interviews, build themes, keep the trail. Everything stays on this computer.
        </p>
      </header>
      <Problem />
      <div className={styles.columns}>
        <NewProject />
        <div className={styles.open}>
          <Recent />
          <section className={styles.open} aria-labelledby="start-open">
            <h2 className={styles.heading} id="start-open">
              Open
            </h2>
            <Button isDisabled={doing !== null} onPress={() => void chooseProject()}>
              <FolderOpen size={16} aria-hidden /> Open a project file
            </Button>
            <Sample />
          </section>
        </div>
      </div>
      <BackupsDialog />
    </main>
  );
};
