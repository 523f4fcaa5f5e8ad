import { useMemo, useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { counted, listed, quoted } from '#renderer/ui/words.ts';
import styles from './auto-code.module.css';
import { AutoCodeFields } from './auto-code-fields.tsx';
import { closeAutoCode, startReview, useAutoCodeState } from './auto-code-state.ts';
import { asEdit, codesNamed, isThere, kept } from './proposed-codes.ts';
import { Review } from './review.tsx';
import { promptsOf, useProposals, useWay } from './use-proposals.ts';

const none: readonly never[] = [];

const Ways = () => {
  const way = useWay();
  return (
    <Dialog
      title="Auto-code"
      isOpen
      size="medium"
      onClose={closeAutoCode}
      actions={
        <>
          <Button kind="quiet" onPress={closeAutoCode}>
            Cancel
          </Button>
          <Button kind="primary" isDisabled={way === null} onPress={startReview}>
            Look through passages
          </Button>
        </>
      }
    >
      <AutoCodeFields />
    </Dialog>
  );
};

/** What each code is for, and the code it gets unless another is named. */
const useKeys = (): { readonly keys: readonly string[]; readonly usual: readonly string[] } => {
  const { by, labels, prompts } = useAutoCodeState();
  return useMemo(() => {
    const asked = promptsOf(prompts);
    if (by === 'question')
      return { keys: asked, usual: asked.map((prompt) => prompt.slice(0, 200)) };
    if (by === 'column') return { keys: [...labels], usual: [...labels] };
    return { keys: [''], usual: [''] };
  }, [by, labels, prompts]);
};

/** What is coded, as the history says it. */
const whatOf = (): string => {
  const { by, query, how, extent, labels, prompts } = useAutoCodeState.getState();
  const unit = { hit: 'hits', sentence: 'sentences', turn: 'turns' }[extent];
  const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
  if (by === 'search')
    return `${unit} of ${how === 'regex' ? 'the expression ' : ''}${quoted(cut(query.trim()))}`;
  if (by === 'question') return `answers to ${counted(promptsOf(prompts).length, 'question')}`;
  return `turns of ${labels.size > 3 ? counted(labels.size, 'speaker') : cut(listed([...labels]))}`;
};

const Reviewing = () => {
  const proposed = useProposals();
  const { off, names, by, isOpen } = useAutoCodeState();
  const all = useCall('codes.list', {}).data ?? none;
  const { keys, usual } = useKeys();
  const [isBusy, setBusy] = useState(false);
  const codes = useMemo(
    () =>
      codesNamed(
        usual.map((name, index) => names[index] ?? name),
        all,
      ),
    [usual, names, all],
  );
  // One code for all the speakers chosen; every other way has a code for each.
  const proposals = useMemo(
    () =>
      by === 'speaker'
        ? proposed.proposals.map((proposal) => ({ ...proposal, of: 0 }))
        : proposed.proposals,
    [by, proposed.proposals],
  );
  const wanted = useMemo(() => kept(proposals, off, codes), [proposals, off, codes]);
  const there = useMemo(
    () => proposals.filter((proposal) => isThere(proposal, codes)).length,
    [proposals, codes],
  );
  const isNamed = wanted.every(({ of }) => codes[of]?.name !== '');
  const apply = async (): Promise<void> => {
    setBusy(true);
    const input = asEdit(wanted, codes, whatOf());
    const called = [...new Set(wanted.map(({ of }) => codes[of]?.name ?? ''))];
    const done = await edit('codings.createMany', input, {
      toast: `Coded ${counted(wanted.length, 'passage')} with ${
        called.length > 3 ? counted(called.length, 'code') : listed(called.map(quoted))
      }`,
    });
    setBusy(false);
    if (done !== null) closeAutoCode();
  };
  const outcome = (): string => {
    if (proposed.list.data === undefined || proposed.list.isError) return '';
    const left = [
      ...(there === 0 ? [] : [`${there.toLocaleString()} already coded so`]),
      ...(proposed.isWhole ? [] : ['more are coming']),
      ...(isNamed ? [] : ['choose a code']),
    ];
    return `${wanted.length.toLocaleString()} of ${counted(proposals.length, 'passage')}${
      left.length === 0 ? '' : `: ${left.join(', ')}`
    }`;
  };
  return (
    <Dialog
      title={by === 'search' ? 'Code all hits' : 'Auto-code: look through'}
      isOpen={isOpen}
      size="large"
      onClose={closeAutoCode}
      actions={
        <>
          <span className={`${styles.outcome} figures`} role="status">
            {outcome()}
          </span>
          <Button kind="quiet" onPress={() => useAutoCodeState.setState({ step: 'ways' })}>
            Back
          </Button>
          <Button
            kind="primary"
            isDisabled={wanted.length === 0 || !isNamed || !proposed.isWhole || isBusy}
            onPress={() => void apply()}
          >
            Code {counted(wanted.length, 'passage')}
          </Button>
        </>
      }
    >
      <Review
        proposed={{ ...proposed, proposals }}
        keys={keys}
        codes={codes}
        onName={(index, name) => useAutoCodeState.setState({ names: { ...names, [index]: name } })}
      />
    </Dialog>
  );
};

/** Codes much at once: says how, looks through it all, applies it as one step that undo takes back. */
export const AutoCodeDialog = () => {
  const { isOpen, step } = useAutoCodeState();
  if (!isOpen) return null;
  return step === 'ways' ? <Ways /> : <Reviewing />;
};
