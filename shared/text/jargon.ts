import type { Range } from '#shared/model/range.ts';

/** Words of research and of clinics, with plainer ones to say instead. */
const plainWords: Readonly<Record<string, string>> = {
  acute: 'sudden, or short-lived',
  adherence: 'keeping to it',
  ambivalence: 'being in two minds',
  analgesia: 'pain relief',
  analgesic: 'painkiller',
  analgesics: 'painkillers',
  attrition: 'people dropping out',
  'at baseline': 'at the start',
  baseline: 'at the start',
  biopsychosocial: 'body, mind and daily life together',
  'care pathway': 'the steps of care',
  chronic: 'long-term',
  clinician: 'doctor, nurse or therapist',
  clinicians: 'doctors, nurses and therapists',
  coding: 'sorting what people said',
  cognition: 'thinking',
  cognitive: 'to do with thinking',
  cohort: 'group of people',
  comorbid: 'with another illness',
  comorbidities: 'other illnesses',
  comorbidity: 'another illness',
  compliance: 'doing what was advised',
  construct: 'idea',
  contextual: 'to do with where and when',
  coping: 'managing',
  cohesion: 'holding together',
  degenerative: 'getting worse with time',
  demographic: 'about age, sex and background',
  demographics: 'age, sex and background',
  diagnosis: 'name for the illness',
  dissonance: 'not agreeing',
  dyad: 'pair',
  efficacy: 'how well it works',
  engagement: 'taking part',
  epistemic: 'about who is believed',
  ethnicity: 'ethnic background',
  exacerbate: 'make worse',
  exacerbated: 'made worse',
  exacerbation: 'getting worse',
  facilitate: 'help',
  facilitated: 'helped',
  facilitator: 'something that helps',
  facilitators: 'things that help',
  fibromyalgia: 'an illness with pain all over',
  'focus group': 'group talk',
  heterogeneous: 'mixed',
  holistic: 'looking at the whole person',
  identity: 'who somebody is',
  implementation: 'putting it into practice',
  implement: 'put into practice',
  intervention: 'programme or treatment',
  interventions: 'programmes or treatments',
  invalidated: 'not believed',
  invalidation: 'not being believed',
  legitimacy: 'being accepted as real',
  legitimise: 'accept as real',
  legitimised: 'accepted as real',
  longitudinal: 'over time',
  medicalised: 'treated as an illness',
  methodology: 'way of working',
  mobility: 'getting about',
  modality: 'kind',
  morbidity: 'illness',
  multidisciplinary: 'of different professions',
  musculoskeletal: 'of muscles, joints and bones',
  narrative: 'story',
  narratives: 'stories',
  normalisation: 'coming to be seen as normal',
  osteoarthritis: 'worn joints',
  outcome: 'result',
  outcomes: 'results',
  paradigm: 'way of seeing things',
  participants: 'people we talked to',
  pathology: 'illness',
  pathway: 'steps of care',
  peer: 'somebody in the same position',
  perceive: 'see',
  perceived: 'seen',
  perception: 'how somebody sees it',
  perceptions: 'how people see it',
  persistent: 'lasting',
  pharmacological: 'with medicine',
  physiological: 'of the body',
  'primary care': 'GPs and local clinics',
  'secondary care': 'hospitals',
  prognosis: 'what is likely to happen',
  psychosocial: 'of mind and daily life',
  qualitative: 'about words, not numbers',
  quantitative: 'about numbers',
  recruitment: 'finding people to take part',
  referral: 'being sent on',
  referred: 'sent on',
  reflexive: 'thinking about our own part in it',
  rehabilitation: 'getting back to daily life',
  relational: 'between people',
  resilience: 'bouncing back',
  salient: 'important',
  sample: 'people who took part',
  saturation: 'hearing nothing new',
  'self-efficacy': 'feeling able to do it',
  'self-management': 'looking after it yourself',
  sequelae: 'what comes after',
  'social prescriber': 'somebody who links people with local activities',
  'social prescribing': 'linking people with local activities',
  socioeconomic: 'of money and work',
  stakeholder: 'somebody it matters to',
  stakeholders: 'people it matters to',
  stigma: 'being looked down on',
  stigmatised: 'looked down on',
  subjective: 'as the person feels it',
  subtheme: 'smaller theme',
  symptom: 'sign of illness',
  symptomatic: 'with signs of illness',
  thematic: 'by theme',
  therapeutic: 'healing',
  trajectory: 'path',
  transcript: 'written record of a talk',
  triage: 'deciding who is seen first',
  triangulation: 'comparing what different people say',
  utilise: 'use',
  utilised: 'used',
  validate: 'show that it is taken seriously',
  validated: 'taken seriously',
  validation: 'being taken seriously',
  vulnerability: 'being easily hurt',
  wellbeing: 'how well somebody feels',
};

/** A word that readers may not know, where it stands in the text, and what could be said instead. */
export interface Jargon extends Range {
  readonly words: string;
  /** null where only the researcher can say it more plainly. */
  readonly plain: string | null;
}

const longestFirst = Object.keys(plainWords).toSorted((a, b) => b.length - a.length);
const inText = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${longestFirst.map((word) => word.replaceAll(' ', '\\s+')).join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);
const letters = /[\p{L}][\p{L}'’-]*/gu;

/** Words too short to be the project's own are left alone. */
const shortest = 6;

/** The words of a text that could be the codebook's own, in lower case. */
export const longWords = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(letters)]
      .map(([word]) => word.toLowerCase())
      .filter((word) => word.length >= shortest),
  ),
];

/**
 * The words of a text that readers outside research and clinics may not know, each once, in their
 * order. `ownWords` (lower case) stand in the codebook, and nobody who was interviewed says them.
 */
export const findJargon = (text: string, ownWords: ReadonlySet<string>): readonly Jargon[] => {
  const found = new Map<string, Jargon>();
  const take = (start: number, words: string, plain: string | null): void => {
    const key = words.toLowerCase().replaceAll(/\s+/gu, ' ');
    if (![...found.values()].some((known) => known.start <= start && start < known.end))
      if (!found.has(key)) found.set(key, { start, end: start + words.length, words, plain });
  };
  for (const match of text.matchAll(inText))
    take(
      match.index,
      match[0],
      plainWords[match[0].toLowerCase().replaceAll(/\s+/gu, ' ')] ?? null,
    );
  for (const match of text.matchAll(letters))
    if (ownWords.has(match[0].toLowerCase()) && !found.has(match[0].toLowerCase()))
      take(match.index, match[0], null);
  return [...found.values()].toSorted((a, b) => a.start - b.start);
};
