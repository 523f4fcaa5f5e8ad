import { useState } from 'react';
import { edit } from '#renderer/client/edit.ts';
import { useCall } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { quoted } from '#renderer/ui/words.ts';
import { answers } from '#shared/model/reply.ts';
import { packCode } from '#shared/model/review-pack.ts';
import styles from './replies.module.css';
import {
  closeDialog,
  keepPaper,
  noPaper,
  type PaperDraft,
  showReplies,
  useRepliesState,
} from './replies-state.ts';
import { answerNames, dayOf } from './reply-words.tsx';
import { usePackContents } from './use-packs.ts';

const noAnswer = 'none';
const answerChoices = [
  { id: noAnswer, name: 'No answer' },
  ...answers.map((id) => ({ id, name: answerNames[id] })),
] as const;

const unanswered = { answer: null, comment: '' } as const;

interface OneProps {
  readonly name: string;
  readonly value: PaperDraft['answers'][string];
  readonly onChange: (value: PaperDraft['answers'][string]) => void;
}

const One = ({ name, value, onChange }: OneProps) => (
  <section className={styles.paperTheme}>
    <h3 dir="auto">{name}</h3>
    <RadioGroup
      label={`Answer on ${name}`}
      hideLabel
      choices={answerChoices}
      value={value.answer ?? noAnswer}
      onChange={(answer) => onChange({ ...value, answer: answer === noAnswer ? null : answer })}
    />
    <TextField
      label={`Comment on ${name}`}
      hideLabel
      placeholder="Comment, as it is written"
      multiline
      maxLength={100_000}
      value={value.comment}
      onChange={(comment) => onChange({ ...value, comment })}
    />
  </section>
);

const saysSomething = ({ answers: given }: PaperDraft): boolean =>
  Object.values(given).some(({ answer, comment }) => answer !== null || comment.trim() !== '');

const add = async (packId: string, draft: PaperDraft): Promise<void> => {
  const reviewer = draft.reviewer.trim();
  const saved = await edit(
    'replies.add',
    {
      packId,
      reviewer,
      role: draft.role.trim(),
      // Noon, so that it is the same day in every time zone near by.
      ...(draft.day === '' ? {} : { answeredAt: `${draft.day}T12:00:00.000Z` }),
      answers: Object.entries(draft.answers).map(([id, given]) => ({
        themeId: id === '' ? null : id,
        ...given,
      })),
    },
    { announce: `Reply of ${quoted(reviewer)} added` },
  );
  if (saved === null) return;
  keepPaper(packId, null);
  closeDialog();
  showReplies();
};

interface FormProps {
  readonly packId: string;
  readonly draft: PaperDraft;
}

const Form = ({ packId, draft }: FormProps) => {
  const contents = usePackContents(packId);
  const change = (changed: Partial<PaperDraft>): void =>
    keepPaper(packId, { ...draft, ...changed });
  if (contents === undefined) return <Skeleton lines={4} />;
  const parts = [
    ...(contents?.themes ?? []).map(({ themeId, name }) => ({ id: themeId, name })),
    { id: '', name: 'The whole' },
  ];
  return (
    <>
      <div className={styles.paperWho}>
        <TextField
          label="Pseudonym or initials"
          isRequired
          autoFocus
          maxLength={200}
          value={draft.reviewer}
          onChange={(reviewer) => change({ reviewer })}
        />
        <TextField
          label="Role"
          placeholder="For example PPI contributor"
          maxLength={200}
          value={draft.role}
          onChange={(role) => change({ role })}
        />
        <TextField
          label="Answered on"
          type="date"
          value={draft.day}
          onChange={(day) => change({ day })}
        />
      </div>
      {parts.map(({ id, name }) => (
        <One
          key={id}
          name={name}
          value={draft.answers[id] ?? unanswered}
          onChange={(value) => change({ answers: { ...draft.answers, [id]: value } })}
        />
      ))}
    </>
  );
};

/** Types in a reply that came on paper, theme by theme as its pack has them. What is typed stays until it is added. */
export const PaperReply = () => {
  const packs = useCall('packs.list', {}).data;
  const papers = useRepliesState((state) => state.papers);
  const filtered = useRepliesState((state) => state.packId);
  const [packId, setPackId] = useState(filtered);
  const pack = packs?.find(({ id }) => id === packId) ?? packs?.[0];
  const draft = (pack === undefined ? undefined : papers.get(pack.id)) ?? noPaper;
  const isReady = draft.reviewer.trim() !== '' && saysSomething(draft);
  return (
    <Dialog
      title="Type in a paper reply"
      isOpen
      size="medium"
      onClose={closeDialog}
      actions={
        <>
          <span className={styles.paperHint}>
            {isReady ? null : 'Needs a pseudonym, and an answer or a comment.'}
          </span>
          <Button kind="quiet" onPress={closeDialog}>
            Close
          </Button>
          <Button
            kind="primary"
            isDisabled={pack === undefined || !isReady}
            onPress={() => (pack === undefined ? undefined : void add(pack.id, draft))}
          >
            Add reply
          </Button>
        </>
      }
    >
      {packs === undefined ? <Skeleton lines={4} /> : null}
      {packs !== undefined && pack === undefined ? (
        <EmptyState title="No review pack yet">
          A reply answers a review pack. Make one first, in the tab Packs.
        </EmptyState>
      ) : null}
      {pack === undefined ? null : (
        <>
          {packs === undefined || packs.length < 2 ? null : (
            <Select
              label="Review pack"
              choices={packs.map(({ id, name, createdAt }) => ({
                id,
                name: `${name}, ${dayOf(createdAt)}, ${packCode(id)}`,
              }))}
              value={pack.id}
              onChange={setPackId}
            />
          )}
          <Form key={pack.id} packId={pack.id} draft={draft} />
        </>
      )}
    </Dialog>
  );
};
