import { z } from 'zod';
import { ppiReportSchema } from './ppi-report.ts';
import type { Answer, Replied } from './reply.ts';

const ppiWordsSchema = ppiReportSchema.omit({ id: true });

/** What is written under each item of GRIPP2 short form. */
export type PpiWords = Readonly<z.infer<typeof ppiWordsSchema>>;
export type PpiItem = keyof PpiWords;

/** The items of GRIPP2 short form in their order, with what each asks for. */
export const ppiItems: readonly {
  readonly id: PpiItem;
  readonly name: string;
  readonly asks: string;
}[] = [
  { id: 'aim', name: 'Aim', asks: 'What public involvement in the study was for.' },
  { id: 'methods', name: 'Methods', asks: 'How people were involved, who they were and when.' },
  {
    id: 'results',
    name: 'Study results',
    asks: 'What came of it, positive and negative.',
  },
  {
    id: 'influence',
    name: 'Influence on the study overall',
    asks: 'How far it changed the study, for better or worse.',
  },
  {
    id: 'reflection',
    name: 'Reflections and critical perspective',
    asks: 'What went well and what did not, so that others can learn from it.',
  },
];

/** What a draft is made from, as the project file holds it. Instants are ISO 8601 in UTC. */
export interface PpiFacts {
  readonly project: string;
  readonly packs: readonly {
    readonly name: string;
    readonly createdAt: string;
    readonly themes: number;
    readonly quotes: number;
  }[];
  readonly replies: readonly {
    readonly reviewer: string;
    readonly role: string;
    readonly answeredAt: string;
    readonly receivedAt: string;
  }[];
  /** How often each answer was given; `null` counts comments without an answer. */
  readonly answers: readonly { readonly answer: Answer | null; readonly count: number }[];
  readonly open: number;
  /** Answers with an outcome, the oldest outcome first. */
  readonly decided: readonly Pick<
    Replied,
    'themeName' | 'answer' | 'outcome' | 'outcomeNote' | 'outcomeAt' | 'answeredAt'
  >[];
  /** Themes of packs on which nobody said anything, by name. */
  readonly silent: readonly string[];
}

/** The log of public involvement: drafts beside the researcher's own words, and how much there is. */
export const ppiLogSchema = z.object({
  drafts: ppiWordsSchema,
  words: ppiWordsSchema,
  packs: z.int(),
  replies: z.int(),
  open: z.int(),
  changed: z.int(),
  notChanged: z.int(),
});
export type PpiLog = Readonly<z.infer<typeof ppiLogSchema>>;

/** The log as a file shows it. `isDraft`: nobody has put it in their own words yet. */
export interface PpiLogDocument {
  readonly project: string;
  /** The day it was written, `2026-11-24`. */
  readonly date: string;
  readonly items: readonly {
    readonly name: string;
    readonly words: string;
    readonly isDraft: boolean;
  }[];
  readonly decided: readonly Replied[];
}
