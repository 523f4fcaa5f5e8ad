import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportCodebook } from '#electron/exporters/codebook.ts';
import type { Codebook } from '#shared/model/codebook.ts';
import {
  anyCodebook,
  codebookOf,
  codeOf,
  everything,
  hostileCodebook,
  nothingExtra,
  smallCodebook,
  textOf,
} from './codebooks.ts';

const write = async (codebook: Codebook, options = everything): Promise<string> =>
  textOf((await exportCodebook(codebook, 'md', options)).bytes);

const headingsOf = (markdown: string): readonly string[] =>
  markdown.split('\n').filter((line) => /^#{2,6} /.test(line));
const unescaped = (markdown: string): string => markdown.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '');

describe('a codebook as Markdown', () => {
  test('reads well as it stands', async () => {
    expect(await write(smallCodebook)).toBe(`# Steadier Days

Codebook · 24 November 2026 · Coders: Ruth Calloway, Imran Sethi · 4 codes

## Being believed

*Blue · 1,234 codings in 11 sources*

**Definition.** Whether other people accept that the pain is real.

**Inclusion.** Talk about belief or doubt.

Also about several people at once.

**Exclusion.** Being treated kindly.\\
Or rudely.

**Typical example.** “People who are making up their minds.”

**Near miss.** “She was ever so nice on the phone.”

**Example quote.**

> “You can see it, they have already decided.”
>
> — Marian, P01 baseline

### Having to prove it

*In Being believed · Amber · 1 coding in 1 source*

**Definition.** The work a person does so that the pain will count.

#### Showing and hiding it

*In Being believed › Having to prove it · Berry · No codings yet*

No definition yet.

## Trust

*Sky · No codings yet*

No definition yet.
`);
  });

  test('has counts and quotes only where asked for', async () => {
    const markdown = await write(smallCodebook, nothingExtra);
    expect(markdown).not.toContain('codings');
    expect(markdown).not.toContain('already decided');
  });

  test('nothing people write becomes HTML, a link, a list or a heading', async () => {
    const markdown = await write(hostileCodebook);
    expect(markdown).not.toMatch(/(?<!\\)[<`[\]]/);
    expect(markdown).not.toMatch(/^(?:[-+=]|\d+[.)])/m);
    const headings = headingsOf(markdown);
    expect(headings.map((line) => unescaped(line.slice(3)))).toEqual(
      hostileCodebook.codes.map((code) => code.name),
    );
  });

  test('a line that opens like a heading or a list is neither, a name keeps its last #', async () => {
    const code = codeOf({
      name: 'Written in C #',
      definition: 'One\n# Two\n\n- Three\n\n    4. Four',
    });
    const markdown = await write(codebookOf([code]));
    expect(markdown).toContain('## Written in C \\#\n');
    expect(markdown).toContain('**Definition.** One\\\n\\# Two\n\n\\- Three\n\n4\\. Four\n');
  });

  test('has one heading per code whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(anyCodebook, async (codebook) => {
        expect(headingsOf(await write(codebook))).toHaveLength(codebook.codes.length);
      }),
      { numRuns: 150 },
    );
  });
});
