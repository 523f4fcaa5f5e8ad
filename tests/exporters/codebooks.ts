import fc from 'fast-check';
import type { CodebookOptions } from '#electron/exporters/exported.ts';
import type { Codebook, CodebookCode, CodebookTheme } from '#shared/model/codebook.ts';

let made = 0;

/** An id that no other record of the tests has. */
const newId = (): string => {
  made += 1;
  return `019ab3c0-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
};

/** A code with nothing written about it, save what is given. */
export const codeOf = (given: Partial<CodebookCode> & { readonly name: string }): CodebookCode => ({
  id: newId(),
  colour: 0,
  definition: '',
  inclusion: '',
  exclusion: '',
  typicalExample: '',
  nearMiss: '',
  depth: 0,
  path: [given.name],
  codings: 0,
  sources: 0,
  example: null,
  ...given,
});

/** A theme with nothing written about it, save what is given. */
export const themeOf = (
  given: Partial<CodebookTheme> & { readonly name: string },
): CodebookTheme => ({
  id: newId(),
  concept: '',
  boundaries: '',
  summary: '',
  status: 'candidate',
  retiredReason: '',
  parentName: null,
  hasNarrative: false,
  codeIds: [],
  ...given,
});

export const codebookOf = (
  codes: readonly CodebookCode[],
  themes: readonly CodebookTheme[] = [],
): Codebook => ({
  project: 'Steadier Days',
  date: '2026-11-24',
  coders: ['Ruth Calloway', 'Imran Sethi'],
  codes,
  themes,
});

const believed = codeOf({
  name: 'Being believed',
  colour: 0,
  definition: 'Whether other people accept that the pain is real.',
  inclusion: 'Talk about belief or doubt.\n\nAlso about several people at once.',
  exclusion: 'Being treated kindly.\nOr rudely.',
  typicalExample: '“People who are making up their minds.”',
  nearMiss: '“She was ever so nice on the phone.”',
  codings: 1234,
  sources: 11,
  example: {
    text: 'You can see it, they have already decided.',
    source: 'P01 baseline',
    speaker: 'Marian',
  },
});
const proving = codeOf({
  name: 'Having to prove it',
  colour: 1,
  definition: 'The work a person does so that the pain will count.',
  depth: 1,
  path: ['Being believed', 'Having to prove it'],
  codings: 1,
  sources: 1,
});
const showing = codeOf({
  name: 'Showing and hiding it',
  colour: 2,
  depth: 2,
  path: ['Being believed', 'Having to prove it', 'Showing and hiding it'],
});
const trust = codeOf({ name: 'Trust', colour: 15 });

/** Four codes on three levels, two themes: what a small study has. */
export const smallCodebook = codebookOf(
  [believed, proving, showing, trust],
  [
    themeOf({
      name: 'Believed before helped',
      concept: 'Belief comes first.',
      boundaries: 'Not kindness.',
      summary: 'People want to be believed.',
      status: 'named',
      codeIds: [believed.id, trust.id],
    }),
    themeOf({
      name: 'Just getting on',
      status: 'retired',
      retiredReason: 'Says too little',
      parentName: 'Believed before helped',
      hasNarrative: true,
    }),
  ],
);

/** Names and texts that break careless writers. */
const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org","x")\nsecond line',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\t=1',
  'الألم المزمن',
  'שלום <b>עולם</b>',
  '😀 👩‍👩‍👧 e\u0301 漢字',
  ']]> &amp; &#x41; <!-- -->',
  '`*_#[x](y)|~$\\',
  '1. not a list',
  '# not a heading',
  '"quoted", comma; semicolon',
  'constructor',
  '__proto__',
  'toString',
  'L'.repeat(10_000),
] as const;

/** Each hostile text as the name (where a name can be that long) and every part of a code. */
export const hostileCodebook = codebookOf(
  hostileTexts.map((text) => {
    const name = text.replaceAll(/\s+/g, ' ').slice(0, 200).trim();
    return codeOf({
      name,
      path: [name],
      definition: text,
      inclusion: text,
      exclusion: text,
      typicalExample: text,
      nearMiss: text,
      example: { text, source: name, speaker: name },
    });
  }),
  hostileTexts.map((text) =>
    themeOf({ name: text.slice(0, 200), concept: text, boundaries: text, summary: text }),
  ),
);

/** Any string, lone surrogates and control characters among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...hostileTexts.slice(0, -1)),
);

/** Any tree of codes with any texts. */
export const anyCodebook: fc.Arbitrary<Codebook> = fc
  .array(
    fc.record({
      name: anyText,
      deeper: fc.integer({ min: -3, max: 1 }),
      definition: anyText,
      nearMiss: anyText,
      example: fc.option(
        fc.record({ text: anyText, source: anyText, speaker: fc.option(anyText) }),
      ),
      colour: fc.nat({ max: 15 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts) => {
    const path: string[] = [];
    let depth = -1;
    const codes = drafts.map(({ deeper, ...draft }) => {
      depth = Math.max(0, Math.min(depth + 1, depth + deeper));
      path.length = depth;
      path.push(draft.name);
      return codeOf({ ...draft, depth, path: [...path] });
    });
    return codebookOf(codes, [
      themeOf({ name: codes[0]?.name ?? '', concept: codes.at(-1)?.definition ?? '' }),
    ]);
  });

export const everything: CodebookOptions = { counts: true, quotes: true };
export const nothingExtra: CodebookOptions = { counts: false, quotes: false };

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
