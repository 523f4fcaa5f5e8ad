import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LeakKind } from '#shared/model/leak.ts';
import { findLeaks, type LeakKnowledge, type LeakText } from '#shared/text/leaks.ts';

const known: LeakKnowledge = {
  names: ['Jane Whitfield', 'José Álvarez', 'Will Stone', 'Bronwen', "Una O'Neill-Achebe"],
  groups: ['Participant', 'GP', 'Social prescriber'],
  pseudonyms: ['P01 Marian', 'GP2', 'GP1 Dr Hewitt'],
  speakers: ['Marian', 'Dr Hewitt', 'INT', 'Ruth Askew', 'GP2'],
  sources: ['P01 Marian, baseline', 'visit_2'],
};

const inQuote = (text: string): LeakText => ({
  field: 'quote',
  themeId: null,
  codingId: null,
  text,
});

const found = (text: string): readonly string[] =>
  findLeaks([inQuote(text)], known).map(({ kind, words }) => `${kind}: ${words}`);

/** Each kind with what must be found, and near misses in which nothing must be found. */
const planted: Readonly<
  Record<
    Exclude<LeakKind, 'small group'>,
    {
      readonly found: readonly (readonly [text: string, words: string])[];
      readonly not: readonly string[];
    }
  >
> = {
  name: {
    found: [
      ['Then Jane Whitfield came in.', 'Jane Whitfield'],
      ['Mrs O’Neill–Achebe said so.', 'O’Neill–Achebe'],
      ['Una O’Neill Achebe said so.', 'Una O’Neill Achebe'],
      ['Dr Achebe said so.', 'Achebe'],
      ['Ask O‘Neill.', 'O‘Neill'],
      // What a word processor leaves in a word is not seen, by a reader or by the check.
      ['Then Whit\u00adfield came in.', 'Whitfield'],
      ['Then Bron\u200bwen came in.', 'Bronwen'],
      ['then jane   whitfield came in', 'jane   whitfield'],
      ["It was Jane's idea.", 'Jane'],
      ['Mrs Whitfield, she knew.', 'Whitfield'],
      ['I told jose… he laughed', 'jose'],
      ['Jose\u0301 knew', 'José'],
      ['So Will said no.', 'Will'],
      ['BRONWEN!', 'BRONWEN'],
      ['Look for #JaneWhitfield.', 'JaneWhitfield'],
      ['as jane_whitfield on there', 'jane_whitfield'],
    ],
    not: [
      'I will try, like a stone.',
      'Janet and Whitfields’ no',
      'The bronwens',
      'Mariane',
      'a janewhitfieldian',
    ],
  },
  label: {
    found: [
      ['See interview_03.docx for it', 'interview_03.docx'],
      ['as Ruth Askew said', 'Ruth Askew'],
      ['P01 Marian, baseline', 'P01 Marian, baseline'],
      ['in visit_2 she said', 'visit_2'],
    ],
    not: [
      'Marian said so',
      'Dr Hewitt said so',
      'INT asked',
      'GP2 told me',
      'I typed it. Doc said',
    ],
  },
  'e-mail address': {
    found: [
      ['write to j.whit-1@nhs.example.net, she said', 'j.whit-1@nhs.example.net'],
      ['it is marian at hotmail dot com', 'marian at hotmail dot com'],
      ['jean[at]nhs[dot]net, she said', 'jean[at]nhs[dot]net'],
      ['jean (at) nhs.example.net', 'jean (at) nhs.example.net'],
    ],
    not: [
      'two @ 3 pounds',
      'look at it dot by dot',
      'at home',
      'pain (at night). So',
      'pain [at] night',
    ],
  },
  'web address': {
    found: [
      ['on https://example.org/x?y=1.', 'https://example.org/x?y=1'],
      ['www.painclinic.co.uk', 'www.painclinic.co.uk'],
      ['look on barnsleypain.org.uk', 'barnsleypain.org.uk'],
      ['it is bit.ly/3xYz', 'bit.ly/3xYz'],
      ['on painandme.blog', 'painandme.blog'],
    ],
    not: ['It hurt.Me too.', 'e.g. this', 'no. One more'],
  },
  handle: {
    found: [['she is @painful_jane on there', '@painful_jane']],
    not: ['it was @ the clinic', 'me@'],
  },
  'phone number': {
    found: [
      ['ring 07700 900123 now', '07700 900123'],
      ['0114 496 0123', '0114 496 0123'],
      ['(020) 7946 0958', '020) 7946 0958'],
      ['+44 (0)7700 900 123', '+44 (0)7700 900 123'],
      ['0044 7700 900123', '0044 7700 900123'],
      ['+353 20 912 3456', '+353 20 912 3456'],
      ['in 2019. 07700-900-123', '07700-900-123'],
      ['on 07700/900123', '07700/900123'],
      ['07700_900_123', '07700_900_123'],
      ['0770\u200b0 900123', '07700 900123'],
      ['0 7 7 0 0 9 0 0 1 2 3', '0 7 7 0 0 9 0 0 1 2 3'],
    ],
    not: [
      'from 0 1 2 3 4 5 6 7 8 9 10, say 8',
      'ref 12345678901',
      'I took 20 200 2000 of them',
      '1999 2000 2001',
      '1999/2000/2001',
      '00000000000',
    ],
  },
  postcode: {
    found: [
      ['at S10 2TN then', 'S10 2TN'],
      ['sw1a 1aa', 'sw1a 1aa'],
      ['M11AE', 'M11AE'],
      ['CR0 3RL', 'CR0 3RL'],
      ['EC1A1BB', 'EC1A1BB'],
      ['SW1A-1AA', 'SW1A-1AA'],
      ['S10\u00ad 2TN', 'S10 2TN'],
    ],
    not: ['P03 2AB', 'Q1 1AA', 'S10 2CC', 'in B12 3 times', 'X5 4XX', 'vitamin B12'],
  },
  'NHS number': {
    found: [
      ['it is 943 476 5919', '943 476 5919'],
      ['9434765919', '9434765919'],
      ['943-476-5919', '943-476-5919'],
      ['943\u00ad476\u00ad5919', '9434765919'],
      ['my number, 401 023 2137', '401 023 2137'],
    ],
    not: ['943 476 5918', '9434765910', '1111111111', '94347659190', '943 476 591'],
  },
  'date of birth': {
    found: [
      ['born 3 May 1952 in Hull', '3 May 1952'],
      ['DOB: 03/05/52', '03/05/52'],
      ['I was born in 1952', '1952'],
      ['my birthday is the 3rd of June', '3rd of June'],
      ['date of birth 1952-05-03', '1952-05-03'],
      ['Born in May 1952', 'May 1952'],
    ],
    not: [
      'born and bred here',
      'He was born in the spring',
      'stubborn 2 times',
      'born 5 weeks early',
    ],
  },
  date: {
    found: [
      ['on 3rd of May, 1998 it began', '3rd of May, 1998'],
      ['May 3, 1998', 'May 3, 1998'],
      ['on 12.11.2019', '12.11.2019'],
      ['2019-11-12', '2019-11-12'],
      ['on 3 / 4 / 2011', '3 / 4 / 2011'],
    ],
    not: ['in May 1998', '3 May', '3/4 of them', '45/13/2019', '1.2.3', 'since 1998', '2019-13-40'],
  },
  'only one': {
    found: [
      ['I am the only GP here', 'the only GP'],
      ['our only female doctor', 'our only female doctor'],
      ['the only social prescriber in town', 'the only social prescriber'],
    ],
    not: ['the only thing that helps', 'the only way', 'only the GP knows', 'the only reason'],
  },
};

describe.each(Object.entries(planted))('%s', (kind, { found: yes, not }) => {
  test.each(yes)('is found in “%s”', (text, words) => {
    expect(found(text)).toContain(`${kind}: ${words}`);
  });

  test.each(not)('is not found in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('small groups', () => {
  const who = (text: string, people: number, pseudonym: string | null = 'GP2'): readonly string[] =>
    findLeaks(
      [
        {
          field: 'who',
          themeId: null,
          codingId: null,
          text,
          said: { pseudonym, group: 'GP', timePoint: 'Baseline', people },
        },
      ],
      known,
    ).map(({ kind, words }) => `${kind}: ${words}`);

  test('a group that is shown with fewer than three people is found', () => {
    expect(who('GP2, GP', 2)).toEqual(['small group: GP']);
    expect(who('GP2, GP', 1)).toEqual(['small group: GP']);
    expect(who('GP2, GP', 3)).toEqual([]);
    // Where the group is not shown there is nothing to tell.
    expect(who('Somebody', 1)).toEqual([]);
  });

  test('what is neither pseudonym, group nor time point is found', () => {
    expect(who('GP2, GP, Baseline', 9)).toEqual([]);
    expect(who('Dr Patel, GP', 9)).toEqual(['label: Dr Patel']);
    expect(who('GP', 9, null)).toEqual([]);
    expect(who('Somebody, GP', 9, null)).toEqual([]);
  });
});

test('an answer holds while kind, place and words stay, and the same words are one finding', () => {
  const [one, ...rest] = findLeaks([inQuote('Jane knew. So Jane left.')], known);
  expect(rest).toEqual([]);
  expect(one).toMatchObject({ kind: 'name', words: 'Jane', times: 2 });
  expect(findLeaks([inQuote('Yes, Jane.')], known)[0]?.id).toBe(one?.id);
  expect(findLeaks([{ ...inQuote('Jane'), field: 'summary' }], known)[0]?.id).not.toBe(one?.id);
});

test('an address to return the pack to may be there, a real name may not', () => {
  const back: LeakText = {
    field: 'return to',
    themeId: null,
    codingId: null,
    text: 'Jane Whitfield, study@example.ac.uk, 0114 496 0123, S10 2TN, by 3 May 2027',
  };
  expect(findLeaks([back], known).map(({ kind }) => kind)).toEqual(['name']);
});

const nhsNumber = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map((digits) => {
    const sum = digits.reduce((total, digit, at) => total + digit * (10 - at), 0);
    return { digits, check: (11 - (sum % 11)) % 11 };
  })
  .filter(({ digits, check }) => check !== 10 && digits[0] !== 0);

test('every NHS number is found, and with another check digit none', () => {
  fc.assert(
    fc.property(
      nhsNumber,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('', ' ', '-'),
      (n, off, space) => {
        const spaced = (digits: readonly number[]): string =>
          [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]
            .map((g) => g.join(''))
            .join(space);
        const right = spaced([...n.digits, n.check]);
        expect(found(`It is ${right}, I think`)).toEqual([`NHS number: ${right}`]);
        expect(found(`It is ${spaced([...n.digits, (n.check + off) % 10])}, I think`)).toEqual([]);
      },
    ),
  );
});

test('ordinary words of any length and script hold nothing, and never take long', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', 'b', ' ', 'ñ', 'ß', '字', '😀', '.', ',', '?', '\n'),
        maxLength: 400,
      }),
      (text) => {
        expect(found(text)).toEqual([]);
      },
    ),
  );
  const before = performance.now();
  findLeaks(
    [inQuote('1 '.repeat(10_000)), inQuote('a.'.repeat(10_000)), inQuote('born '.repeat(4000))],
    known,
  );
  expect(performance.now() - before).toBeLessThan(5000);
});
