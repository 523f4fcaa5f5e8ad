import type { Leak, LeakKind, LeakPlace } from '#shared/model/leak.ts';
import { fold } from './fold.ts';
import { findLabels, findNames, type Labels, tellingLabels } from './leaks-names.ts';
import { findDates, findNumbers, type LeakHit } from './leaks-numbers.ts';

/** Fewer people than this in a group, and the group alone may tell who somebody is. */
const smallGroup = 3;

/** One text of a pack, and where it stands. */
export interface LeakText extends LeakPlace {
  readonly text: string;
  /** Of `who`: who said the quote, as the project knows it. */
  readonly said?: {
    readonly pseudonym: string | null;
    readonly group: string | null;
    readonly timePoint: string | null;
    /** How many people of the group are in the study. */
    readonly people: number;
  };
}

/** What the check is told. Real names are only ever passed in; nothing here keeps them. */
export interface LeakKnowledge extends Labels {
  readonly names: readonly string[];
  readonly groups: readonly string[];
}

const email =
  /[\p{L}\p{N}._-]+\s?[([]\s?at\s?[)\]]\s?[\p{L}\p{N}-]+(?:(?:\.|\s?[([]\s?dot\s?[)\]]\s?)[\p{L}\p{N}-]+)+|[\p{L}\p{N}._%+'-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?<![\p{L}\p{N}])[\p{L}\p{N}._-]+ at [\p{L}\p{N}.-]+ dot (?:com|co|org|net|uk|ac|nhs|edu)(?![\p{L}\p{N}])/giu;
const web =
  /(?<![\p{L}\p{N}@.])(?:(?:https?:\/\/|www\.)[^\s<>"')]+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|info|uk|ie|eu|edu|gov|nhs|scot|wales|cymru|london|blog|io|ly)(?![\p{L}\p{N}])(?:\/[^\s<>"')]*)?)/giu;
const handle = /(?<![\p{L}\p{N}_.@])@[A-Za-z0-9_][A-Za-z0-9_.]*[A-Za-z0-9_]/gu;

/** The postcode areas of the UK and the islands (Royal Mail). */
const areas =
  'AB|AL|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|[BEGLMNSW]';
const postcode = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${areas})(?:[0-9][A-HJKMNPR-Y]?|[1-9][0-9])[\\s\\p{Pd}]{0,2}[0-9][ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\p{N}])`,
  'giu',
);

const people =
  'man|woman|person|patient|participant|boy|girl|lad|lady|member|doctor|gp|nurse|prescriber|link worker|worker|physio|physiotherapist|pharmacist|dentist|paramedic|consultant|surgeon|therapist|counsellor|psychologist|receptionist|manager|carer|vicar|imam|rabbi|priest|teacher|farmer|driver|police officer|councillor|mother|father|mum|dad|parent|son|daughter|widow|widower|one left|one here';
const onlyOne = (groups: readonly string[]): RegExp =>
  new RegExp(
    `(?<![\\p{L}])(?:the|our|their|your|his|her|its)\\s+(?:one and only|only|sole)\\s+(?:[\\p{L}-]+\\s+){0,2}?(?:${[
      people,
      ...groups.map((group) => group.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')),
    ].join('|')})(?![\\p{L}])`,
    'giu',
  );

const hits = (text: string, pattern: RegExp, kind: LeakKind): readonly LeakHit[] =>
  [...text.matchAll(pattern)].map((match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].trimEnd().replace(/[.,;:]+$/u, '').length,
  }));

const why: Readonly<Record<LeakKind, string>> = {
  name: 'It is one of the real names you gave, or a part of one.',
  label: 'It is the name of a file, a source or a speaker, not the pseudonym of a case.',
  'e-mail address': 'It reads like an e-mail address.',
  'web address': 'It reads like a web address, which can lead to a person or a practice.',
  handle: 'It reads like the name of somebody’s account.',
  'phone number': 'It reads like a phone number.',
  postcode: 'It is written like a postcode.',
  'NHS number': 'It is ten digits with the check digit of an NHS number.',
  'date of birth': 'It reads like somebody’s date of birth.',
  date: 'A full date can tell who somebody is, for example of an accident or an operation.',
  'small group': '',
  'only one': 'Where there is only one of a kind, the role alone tells who it is.',
};

/** Everything in one text, the earlier kind first where two claim the same words. */
const hitsIn = (text: string, known: LeakKnowledge, labels: readonly string[]): LeakHit[] => {
  const found: LeakHit[] = [];
  const take = (more: readonly LeakHit[]): void => {
    for (const hit of more)
      if (!found.some(({ start, end }) => start < hit.end && hit.start < end)) found.push(hit);
  };
  take(hits(text, email, 'e-mail address'));
  take(hits(text, web, 'web address'));
  take(hits(text, handle, 'handle'));
  take(findDates(text));
  take(findNumbers(text));
  take(hits(text, postcode, 'postcode'));
  take(findNames(text, known.names));
  take(findLabels(text, labels));
  take(hits(text, onlyOne(known.groups), 'only one'));
  return found.toSorted((a, b) => a.start - b.start);
};

const without = (text: string, words: string | null): string => {
  if (words === null || words === '') return text;
  const at = fold(text).indexOf(fold(words));
  return at === -1 ? text : `${text.slice(0, at)} ${text.slice(at + words.length)}`;
};

/** Of the line under a quote: words that are neither pseudonym, group nor time point; and a small group. */
const attributionLeaks = ({ text, said }: LeakText, known: LeakKnowledge): readonly Found[] => {
  if (said === undefined) return [];
  const { pseudonym, group, timePoint, people: count } = said;
  const rest = [pseudonym, group, timePoint].reduce<string>(without, text);
  const strange = /[\p{L}\p{N}]/u.test(rest) ? rest.replaceAll(/^[\s,;·]+|[\s,;·]+$/gu, '') : '';
  const isShown = group !== null && fold(text).includes(fold(group));
  const plain = /^(?:somebody|someone|anonymous|a|an|in|of|the|at|from)$/iu;
  const isStrange =
    strange !== '' &&
    !strange.split(/[\s,;·]+/u).every((word) => plain.test(word)) &&
    !known.groups.some((name) => fold(name) === fold(strange));
  return [
    ...(isStrange
      ? [
          {
            kind: 'label' as const,
            words: strange,
            why: 'It is not the pseudonym of who said this, nor their group.',
          },
        ]
      : []),
    ...(isShown && count < smallGroup
      ? [
          {
            kind: 'small group' as const,
            words: group,
            why: `Only ${count === 1 ? 'one person' : `${count} people`} of this group ${count === 1 ? 'is' : 'are'} in the study, so the group alone can tell who said this.`,
          },
        ]
      : []),
  ];
};

interface Found {
  readonly kind: LeakKind;
  readonly words: string;
  readonly why: string;
}

/** An address to send replies to is meant to be there, and so is the day on which a pack is made. */
const meant: Readonly<Partial<Record<LeakPlace['field'], ReadonlySet<LeakKind>>>> = {
  'pack name': new Set(['date']),
  'return to': new Set([
    'e-mail address',
    'web address',
    'handle',
    'phone number',
    'postcode',
    'date',
    'label',
    'only one',
  ]),
};

/**
 * A text as it is seen: letters composed and in their usual forms, and nothing that takes no room (soft
 * hyphens, joiners, marks of direction), which a word can hold and look the same.
 */
const asSeen = (text: string): string => text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
const orNull = (text: string | null): string | null => (text === null ? null : asSeen(text));

const placeAsSeen = ({ text, said, ...place }: LeakText): LeakText => ({
  ...place,
  text: asSeen(text),
  ...(said === undefined
    ? {}
    : {
        said: {
          pseudonym: orNull(said.pseudonym),
          group: orNull(said.group),
          timePoint: orNull(said.timePoint),
          people: said.people,
        },
      }),
});

/**
 * What in the texts of a pack may tell who somebody is, in the order of the texts. It knows forms and
 * lists, not people: nicknames, misspelt names, places, workplaces, rare conditions and events that
 * were in the news are for a reader to find.
 */
export const findLeaks = (texts: readonly LeakText[], given: LeakKnowledge): readonly Leak[] => {
  const known: LeakKnowledge = {
    names: given.names.map(asSeen),
    groups: given.groups.map(asSeen),
    pseudonyms: given.pseudonyms.map(asSeen),
    speakers: given.speakers.map(asSeen),
    sources: given.sources.map(asSeen),
  };
  const labels = tellingLabels(known);
  return texts.map(placeAsSeen).flatMap((place) => {
    const { field, themeId, codingId, text } = place;
    const found: readonly Found[] = [
      ...attributionLeaks(place, known),
      ...hitsIn(text, known, labels)
        .filter(({ kind }) => !(meant[field]?.has(kind) ?? false))
        .map(({ kind, start, end }) => ({ kind, words: text.slice(start, end), why: why[kind] })),
    ];
    const leaks = new Map<string, Leak>();
    for (const { kind, words, why: reason } of found) {
      const id = [kind, field, themeId ?? '', codingId ?? '', words].join('|').slice(0, 2000);
      const before = leaks.get(id);
      if (before === undefined)
        leaks.set(id, { id, kind, words, times: 1, why: reason, field, themeId, codingId });
      else leaks.set(id, { ...before, times: before.times + 1 });
    }
    return [...leaks.values()];
  });
};
