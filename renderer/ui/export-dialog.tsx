import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { type RadioChoice, RadioGroup } from './radio-group.tsx';

/** A format that something can be written in, and what it is good for. */
export interface ExportFormat<F extends string> extends RadioChoice<F> {
  readonly description: string;
}

/** What the formats are called that nearly everything can be written in. */
export const plainFormats = {
  csv: {
    id: 'csv',
    name: 'CSV (.csv)',
    description: 'A plain table for statistics and scripts.',
  },
  html: { id: 'html', name: 'Web page (.html)', description: 'One file that any browser opens.' },
  md: { id: 'md', name: 'Markdown (.md)', description: 'Plain text for notes and wikis.' },
} as const;

interface Props<F extends string> {
  /** What is done, for example `Export map`: the title, and the words on the button. */
  readonly title: string;
  readonly formats: readonly ExportFormat<F>[];
  readonly format: F;
  readonly onFormat: (format: F) => void;
  /** How far the writing is; null while nothing is written. */
  readonly job: { readonly doing: string; readonly done: number; readonly total: number } | null;
  readonly onExport: () => Promise<void>;
  /** Stops what is being written; answers whether there was anything to stop. */
  readonly stop: () => boolean;
  readonly onClose: () => void;
  /** What else can be chosen. */
  readonly children?: ReactNode;
}

/** Chooses the format of a file, shows how far it is written, and lets the writing be stopped. */
export const ExportDialog = <F extends string>(props: Props<F>) => {
  const { title, formats, format, onFormat, job, onExport, stop, onClose, children } = props;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            kind="quiet"
            onPress={() => {
              if (!stop()) onClose();
            }}
          >
            Cancel
          </Button>
          <Button kind="primary" isDisabled={job !== null} onPress={() => void onExport()}>
            {title}
          </Button>
        </>
      }
    >
      <RadioGroup
        label="Format"
        choices={formats}
        value={format}
        onChange={onFormat}
        isDisabled={job !== null}
      />
      {children}
      {job === null ? null : <ProgressBar label={job.doing} done={job.done} total={job.total} />}
    </Dialog>
  );
};
