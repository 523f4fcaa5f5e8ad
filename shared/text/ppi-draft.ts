import type { PpiFacts, PpiWords } from '#shared/model/ppi-log.ts';

/** How many single decisions a draft spells out; the table of decisions has them all. */
const mostTold = 40;

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const day = (at: string): string => new Date(at).toLocaleDateString('en-GB', { dateStyle: 'long' });

/** From the first to the last: `on 3 May 2026`, `between 3 May 2026 and 9 June 2026`. */
const span = (instants: readonly string[]): string => {
  const days = [...new Set(instants.toSorted().map(day))];
  const [first = '', last = first] = [days[0], days.at(-1)];
  return first === last ? `on ${first}` : `between ${first} and ${last}`;
};

const listed = (words: readonly string[]): string => new Intl.ListFormat('en-GB').format(words);

const quoted = (name: string): string => `“${name}”`;

const lines = (...parts: readonly (string | readonly string[] | null)[]): string =>
  parts
    .filter((part) => part !== null)
    .map((part) => (typeof part === 'string' ? part : part.join('\n')))
    .filter((part) => part !== '')
    .join('\n\n');

/** Who replied, by role; those without one last: `2 as PPI contributor and 1 without a role`. */
const roles = ({ replies }: PpiFacts): string => {
  const byRole = [...Map.groupBy(replies, ({ role }) => role)].toSorted(
    ([a, of], [b, others]) => Number(a === '') - Number(b === '') || others.length - of.length,
  );
  return listed(
    byRole.map(([role, { length }]) =>
      role === '' ? `${length} without a role` : `${length} as ${role}`,
    ),
  );
};

type Decided = PpiFacts['decided'][number];

const on = ({ themeName }: Decided): string =>
  themeName === null ? 'On the whole' : quoted(themeName);

/** One decision on a line: on which theme, what was said of it, what came of it, when. */
const decision = (item: Decided): string =>
  `- ${on(item)}${item.answer === null ? '' : ` (${item.answer})`}: ${item.outcomeNote.replaceAll(/\s+/gu, ' ')} (${day(item.outcomeAt ?? item.answeredAt)})`;

const decisions = (items: readonly Decided[]): readonly string[] => [
  ...items.slice(0, mostTold).map(decision),
  ...(items.length > mostTold
    ? [`- and ${counted(items.length - mostTold, 'more', 'more')}, in the table of outcomes`]
    : []),
];

const aim = ({ project }: PpiFacts): string =>
  `The aim was to have the themes of ${quoted(project)} read and questioned by people with experience of what the study is about: to hear whether each theme fits, what is not quite right, and what is missing.`;

const methods = (facts: PpiFacts): string => {
  const { packs, replies } = facts;
  if (packs.length === 0) return 'No review pack has been made yet.';
  const people = new Set(replies.map(({ reviewer }) => reviewer)).size;
  return lines(
    `Reviewers were given ${counted(packs.length, 'review pack')}, made ${span(packs.map(({ createdAt }) => createdAt))}:`,
    packs.map(
      ({ name, createdAt, themes, quotes }) =>
        `- ${quoted(name)}, ${day(createdAt)}: ${counted(themes, 'theme')} with ${counted(quotes, 'quote')}`,
    ),
    'A pack tells each theme in plain language, with quotes that the researchers had checked. It asks of each theme, and of the whole, whether it fits, is not quite right or has something missing, and leaves room for a comment. It needs no account and works off-line or on paper.',
    replies.length === 0
      ? 'No reply has come back yet.'
      : `${counted(replies.length, 'reply', 'replies')} came back from ${counted(people, 'reviewer')} (${roles(facts)}), answered ${span(replies.map(({ answeredAt }) => answeredAt))}. Each answer is given an outcome: changed, and what; or not changed, and why.`,
  );
};

const answersLine = ({ answers }: PpiFacts): string => {
  const of = (wanted: string | null): number =>
    answers.find(({ answer }) => answer === wanted)?.count ?? 0;
  const said = [
    `${of('this fits')} said “this fits”`,
    `${of('not quite')} “not quite”`,
    `${of('something is missing')} “something is missing”`,
    ...(of(null) === 0
      ? []
      : [`${of(null)} ${of(null) === 1 ? 'was a comment' : 'were comments'} alone`]),
  ];
  const total = answers.reduce((sum, { count }) => sum + count, 0);
  return `Of ${counted(total, 'answer')}, ${listed(said)}.`;
};

const results = (facts: PpiFacts): string => {
  const { decided, open } = facts;
  if (facts.replies.length === 0) return 'No reply has come back yet, so there are no results.';
  const changed = decided.filter(({ outcome }) => outcome === 'changed');
  const kept = decided.filter(({ outcome }) => outcome === 'not changed');
  return lines(
    answersLine(facts),
    changed.length === 0 ? 'Nothing has been changed so far.' : `Changed (${changed.length}):`,
    decisions(changed),
    kept.length === 0 ? null : `Not changed, and why (${kept.length}):`,
    decisions(kept),
    open === 0 ? null : `${counted(open, 'answer has', 'answers have')} no outcome yet.`,
  );
};

const namesOf = (items: readonly Decided[]): readonly string[] => [
  ...new Set(items.flatMap(({ themeName }) => (themeName === null ? [] : [themeName]))),
];

const influence = ({ decided, open, replies }: PpiFacts): string => {
  if (replies.length === 0) return 'No reply has come back yet.';
  const changed = decided.filter(({ outcome }) => outcome === 'changed');
  const names = namesOf(changed);
  const untouched = namesOf(decided).filter((name) => !names.includes(name));
  return lines(
    decided.length === 0
      ? 'No answer has an outcome yet.'
      : `${changed.length.toLocaleString('en-GB')} of the ${counted(decided.length, 'answer')} with an outcome led to a change.`,
    names.length === 0
      ? null
      : `Changed after review: ${listed(names.slice(0, mostTold).map(quoted))}.`,
    untouched.length === 0
      ? null
      : `Left as they were after review: ${listed(untouched.slice(0, mostTold).map(quoted))}.`,
    open === 0
      ? null
      : `What will come of the ${counted(open, 'answer')} without an outcome is not known yet.`,
  );
};

/** How many days the middle answer waited for its outcome; null where none has one. */
const waited = (decided: readonly Decided[]): number | null => {
  const days = decided
    .map(({ answeredAt, outcomeAt }) =>
      Math.max(
        0,
        Math.round((Date.parse(outcomeAt ?? answeredAt) - Date.parse(answeredAt)) / 86_400_000),
      ),
    )
    .toSorted((a, b) => a - b);
  return days[Math.floor(days.length / 2)] ?? null;
};

const reflection = (facts: PpiFacts): string => {
  const { replies, silent, decided } = facts;
  const wait = waited(decided);
  const given = new Set(replies.map(({ role }) => role).filter((role) => role !== ''));
  return lines(
    'What the record shows, to think about:',
    [
      '- Reviewers saw the themes and quotes that the researchers chose, and answered the questions that the researchers asked.',
      ...(replies.length === 0 ? ['- Nobody has replied yet.'] : []),
      ...(given.size === 1 ? [`- Every reply with a role came as ${[...given].join('')}.`] : []),
      ...(silent.length === 0
        ? []
        : [`- Nobody said anything on ${listed(silent.slice(0, mostTold).map(quoted))}.`]),
      ...(wait === null
        ? []
        : [
            wait === 0
              ? '- Half of the outcomes came on the day of the answer.'
              : `- Half of the outcomes came within ${counted(wait, 'day')} of the answer.`,
          ]),
    ],
    'Still to be said by the team: what went well, what did not, and what you would do otherwise.',
  );
};

/**
 * Drafts the five items of GRIPP2 short form (Staniszewska et al., BMJ 2017;358:j3453) from what is on
 * record. It states facts and dates only, in the days of this computer's clock; judgement is left to
 * people.
 */
export const draftPpi = (facts: PpiFacts): PpiWords => ({
  aim: aim(facts),
  methods: methods(facts),
  results: results(facts),
  influence: influence(facts),
  reflection: reflection(facts),
});
