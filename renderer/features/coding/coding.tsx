import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { useCall } from '#renderer/client/queries.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { QuoteDialog } from '#renderer/features/memos/quote-dialog.tsx';
import { useNavigation } from '#renderer/state/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { CodePicker } from './codes/code-picker.tsx';
import styles from './coding.module.css';
import { codingCommands } from './coding-commands.ts';
import { turnToSource } from './coding-state.ts';
import besideStyles from './columns/beside.module.css';
import { BesideColumn, CoderHead, ColumnPane, useCodingsOf } from './columns/beside-column.tsx';
import { BesideDialog } from './columns/beside-dialog.tsx';
import { JumpDialogs } from './moves/jump-dialogs.tsx';
import { besideCodingCommands, readingCommands } from './reading-commands.ts';
import { useReadingView } from './reading-view.ts';
import { SourceHeader } from './source-header.tsx';
import { StripesBar } from './stripes/stripes-bar.tsx';
import { Transcript } from './transcript/transcript.tsx';
import { useScrollTogether } from './transcript/use-scroll-together.ts';
import { useOpenSource } from './use-open-source.ts';
import { viewCommands } from './view-commands.ts';

const none: readonly never[] = [];

const isRange = (at: string): boolean => /^\d+-\d+$/u.test(at);

/** What stands in the place of a source, under the heading that a source brings itself. */
const Headed = ({ children }: { readonly children: ReactNode }) => (
  <>
    <h1 className="visually-hidden">Coding</h1>
    {children}
  </>
);

const OpenSource = ({ id, at }: { readonly id: string; readonly at: string | undefined }) => {
  const reading = useCall('sources.get', { id });
  const codings = useCall('codings.list', { sourceId: id });
  const codes = useCall('codes.list', {});
  const { mode, beside: wanted } = useReadingView();
  const isReading = mode === 'read';
  const beside = isReading ? null : wanted;
  const coderId = beside?.kind === 'coders' ? beside.left : null;
  const shown = useCodingsOf(isReading ? none : codings.data, coderId);
  useScrollTogether(beside?.kind === 'coders');
  // Before the effects of the parts inside, which speak of the open source.
  useLayoutEffect(() => turnToSource(id, 'main', coderId), [id, coderId]);
  const failed = [reading, codings, codes].find((read) => read.isError);
  if (failed !== undefined)
    return (
      <Headed>
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </Headed>
    );
  if (reading.data === undefined)
    return (
      <Headed>
        <Skeleton lines={14} />
      </Headed>
    );
  return (
    <>
      <SourceHeader reading={reading.data} codings={codings.data ?? none} />
      {isReading ? null : (
        <StripesBar
          reading={reading.data}
          codings={codings.data ?? none}
          codes={codes.data ?? none}
        />
      )}
      <div className={besideStyles.columns}>
        <ColumnPane
          column="main"
          label={beside === null ? undefined : `${reading.data.source.name}, first column`}
          head={
            beside?.kind === 'coders' ? (
              <CoderHead sourceId={id} coderId={beside.left} otherId={beside.right} />
            ) : (
              <h2 className={besideStyles.name}>{reading.data.source.name}</h2>
            )
          }
        >
          <Transcript
            key={id}
            reading={reading.data}
            codings={shown}
            codes={codes.data ?? none}
            label={`Transcript of ${reading.data.source.name}`}
            showCoding={at}
          />
        </ColumnPane>
        {beside === null ? null : <BesideColumn beside={beside} mainId={id} />}
      </div>
      <BesideDialog />
      <CodePicker />
      <QuoteDialog />
      <JumpDialogs />
    </>
  );
};

/** The coding workspace: one source, its words in the centre. */
export const Coding = () => {
  const { address, go } = useNavigation();
  const sources = useCall('sources.list', {});
  const id = useOpenSource(sources.data);
  const isReading = useReadingView((view) => view.mode === 'read');
  useCommands(isReading ? readingCommands : codingCommands);
  useCommands(isReading ? none : besideCodingCommands);
  useCommands(isReading ? none : viewCommands);
  // A coding that is asked for by its address is no matter of reading.
  useEffect(() => {
    if (address.at !== undefined && !isRange(address.at)) useReadingView.setState({ mode: 'code' });
  }, [address.at]);
  if (sources.isError)
    return (
      <Headed>
        <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />
      </Headed>
    );
  if (sources.data === undefined)
    return (
      <Headed>
        <Skeleton lines={14} />
      </Headed>
    );
  if (id === undefined)
    return (
      <Headed>
        <EmptyState
          title="Nothing to code yet"
          action={
            <Button kind="primary" onPress={() => go({ area: 'library' })}>
              Go to Library
            </Button>
          }
        >
          Import interviews in the Library. Then select some words here and press / to code them.
        </EmptyState>
      </Headed>
    );
  return (
    <div className={styles.coding}>
      <OpenSource key={id} id={id} at={address.at} />
    </div>
  );
};
