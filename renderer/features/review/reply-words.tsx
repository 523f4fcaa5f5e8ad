import {
  Check,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleQuestionMark,
  type LucideIcon,
  MessageSquare,
  PencilLine,
} from 'lucide-react';
import type { Answer, Outcome } from '#shared/model/reply.ts';
import styles from './replies.module.css';

const answerIcons: Readonly<Record<Answer, LucideIcon>> = {
  'this fits': Check,
  'not quite': PencilLine,
  'something is missing': CircleQuestionMark,
};

export const answerNames: Readonly<Record<Answer, string>> = {
  'this fits': 'This fits',
  'not quite': 'Not quite',
  'something is missing': 'Something is missing',
};

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  open: 'Open',
  changed: 'Changed',
  'not changed': 'Not changed',
};

const outcomeIcons: Readonly<Record<Outcome, LucideIcon>> = {
  open: CircleDashed,
  changed: CircleCheck,
  'not changed': CircleMinus,
};

/** What a reviewer answered, in a sign and in words. */
export const AnswerMark = ({ answer }: { readonly answer: Answer | null }) => {
  const Icon = answer === null ? MessageSquare : answerIcons[answer];
  return (
    <span className={styles.mark} data-answer={answer ?? 'comment'}>
      <Icon size={14} aria-hidden />
      {answer === null ? 'Comment only' : answerNames[answer]}
    </span>
  );
};

/** What came of an answer, in a sign and in words. */
export const OutcomeMark = ({ outcome }: { readonly outcome: Outcome }) => {
  const Icon = outcomeIcons[outcome];
  return (
    <span className={styles.mark} data-outcome={outcome}>
      <Icon size={14} aria-hidden />
      {outcomeNames[outcome]}
    </span>
  );
};

/** The name of the theme an answer is on. */
export const onTheme = (themeName: string | null): string => themeName ?? 'On the whole';

/** Who answered: `Jean, PPI contributor`. */
export const whoOf = ({
  reviewer,
  role,
}: {
  readonly reviewer: string;
  readonly role: string;
}): string => (role === '' ? reviewer : `${reviewer}, ${role}`);

/** A day as lists show it: `3 May 2026`. */
export const dayOf = (at: string): string =>
  new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });

/** Replies counted: `1 reply`, `12 replies`. */
export const countedReplies = (count: number): string =>
  `${count.toLocaleString()} ${count === 1 ? 'reply' : 'replies'}`;
