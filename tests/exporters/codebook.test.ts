import { describe, expect, test } from 'vitest';
import { exportCodebook } from '#electron/exporters/codebook.ts';
import { codebookFormats } from '#shared/contract/exports.ts';
import { codebookOf, codeOf, everything, smallCodebook, themeOf } from './codebooks.ts';

describe.each(codebookFormats)('a codebook as %s', (format) => {
  test('is refused in words when there are no codes', async () => {
    await expect(exportCodebook(codebookOf([]), format, everything)).rejects.toMatchObject({
      code: 'export-refused',
      message: 'There are no codes to export yet. No file was written. Create a code first.',
    });
  });

  test('is written', async () => {
    const { bytes } = await exportCodebook(smallCodebook, format, everything);
    expect(bytes.length).toBeGreaterThan(500);
  });

  test('loses control characters and lone surrogates, and says so', async () => {
    const broken = codebookOf(
      [
        codeOf({ name: 'Bell\u0007', definition: 'fine' }),
        codeOf({ name: 'Half', definition: 'half a pair \uD83D here' }),
        codeOf({ name: 'Whole', definition: 'a whole pair 😀, tab\tand line\r\nend' }),
      ],
      [themeOf({ name: 'Not a character', concept: '\uFFFF' })],
    );
    const { bytes, warnings } = await exportCodebook(broken, format, everything);
    expect(warnings[0]).toBe(
      "Control characters, which files cannot hold, were left out: 'Bell', 'Half', 'Not a character'.",
    );
    expect(Buffer.from(bytes).includes('\u0007Half')).toBe(false);
    expect(Buffer.from(bytes).includes('�')).toBe(false);
  });
});

test('a warning names a few codes and counts the rest', async () => {
  const codes = Array.from({ length: 8 }, (_, at) => codeOf({ name: `Code ${at}\u0001` }));
  const { warnings } = await exportCodebook(codebookOf(codes), 'md', everything);
  expect(warnings).toEqual([
    "Control characters, which files cannot hold, were left out: 'Code 0', 'Code 1', 'Code 2', 'Code 3', 'Code 4' and 3 more.",
  ]);
});

test('a name of nothing but control characters is still a name', async () => {
  const { bytes } = await exportCodebook(
    codebookOf([codeOf({ name: '\u0001' })]),
    'csv',
    everything,
  );
  expect(new TextDecoder().decode(bytes)).toContain('(no name)');
});
