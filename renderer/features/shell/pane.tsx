import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '#renderer/ui/error-boundary.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import styles from './shell.module.css';

interface Props {
  /** Its name among the landmarks. */
  readonly label: string;
  readonly isMain?: boolean;
  readonly children: ReactNode;
}

/** A part of the window that F6 goes to, whose faults stay its own. */
export const Pane = ({ label, isMain = false, children }: Props) => {
  const Landmark = isMain ? 'main' : 'aside';
  return (
    <Landmark
      className={isMain ? styles.centre : styles.pane}
      aria-label={label}
      tabIndex={-1}
      data-pane
    >
      <ErrorBoundary>
        <Suspense
          fallback={
            <>
              {isMain ? <h1 className="visually-hidden">{label}</h1> : null}
              <Skeleton />
            </>
          }
        >
          {children}
        </Suspense>
      </ErrorBoundary>
    </Landmark>
  );
};
