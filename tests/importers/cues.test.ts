import { describe, expect, it } from 'vitest';
import { readDocument } from '#electron/importers/index.ts';
import type { ReadDocument } from '#shared/model/document.ts';

const read = async (text: string, fileName: string): Promise<ReadDocument> => {
  const result = await readDocument({ bytes: Buffer.from(text), fileName });
  if (!result.ok) throw new Error(result.error.message);
  return result.document;
};

const cues = ({ text, blocks }: ReadDocument) =>
  blocks.map(({ start, end, startMs, endMs, voice }) => [
    startMs,
    endMs,
    voice,
    text.slice(start, end),
  ]);

describe('WebVTT', () => {
  it('reads words, times and voices, and leaves out marks, ids and comments', async () => {
    const document = await read(
      `WEBVTT - a title
Kind: captions

STYLE
::cue { color: red }

NOTE one comment
over two lines

an id
00:01.500 --> 00:02.000 align:start
<v Dr Smith, Anna (GP)>Hello, <i>you</i>.</v>

01:00:00.000 --> 01:00:01.000
<v.loud Bo &amp; Co>a <b>b</b> &lt;c&gt; <UNSURE> 2 < 3&nbsp;</v> <v Eva:>d

00:03.000 --> 00:02.000
ends before it starts
line:2 and this is no setting
`,
      'a.vtt',
    );
    expect(cues(document)).toEqual([
      [1500, 2000, 'Dr Smith, Anna (GP)', 'Hello, you.'],
      [3_600_000, 3_601_000, 'Bo & Co', 'a b <c> <UNSURE> 2 < 3'],
      [3_600_000, 3_601_000, 'Eva', 'd'],
      [3000, 2000, undefined, 'ends before it starts\nline:2 and this is no setting'],
    ]);
    expect(document.warnings.map(({ code }) => code)).toEqual(['cue-comments-left-out']);
  });

  it('forgives a header that no blank line ends, and spaces before the signature', async () => {
    const document = await read('\ufeff\t WEBVTT\n00:01.000 --> 00:02.000\nyes', 'a.vtt');
    expect(cues(document)).toEqual([[1000, 2000, undefined, 'yes']]);
  });

  it('keeps words that have no time, and says so once', async () => {
    const document = await read(
      'WEBVTT\n\n00:01.000 --> 00:02.000\none\n\ntwo\nstill two\n\n00:03:xx --> 00:04\nthree\n\nfour',
      'a.vtt',
    );
    expect(cues(document)).toEqual([
      [1000, 2000, undefined, 'one'],
      [undefined, undefined, undefined, 'two\nstill two'],
      [undefined, undefined, undefined, '00:03:xx --> 00:04\nthree'],
      [undefined, undefined, undefined, 'four'],
    ]);
    expect(document.warnings).toMatchObject([{ code: 'cue-without-time', line: 7 }]);
  });

  it('keeps an arrow that somebody typed', async () => {
    const document = await read('WEBVTT\n\n00:01.000 --> 00:02.000\n--> he left', 'a.vtt');
    expect(cues(document)).toEqual([[1000, 2000, undefined, '--> he left']]);
  });

  it('is told by its signature, whatever the name', async () => {
    expect((await read('WEBVTT\n\n00:01.000 --> 00:02.000\nyes', 'a.txt')).format).toBe('vtt');
  });
});

describe('SubRip', () => {
  it('reads cues with commas or points, with or without blank lines between', async () => {
    const document = await read(
      '1\r\n00:00:01,500 --> 00:00:02,000\r\n{\\an8}<font color="red">Anna: yes</font>\r\nand no\r\n2\r\n00:00:02,000 --> 00:00:03.250\r\n42 &amp; more\r\n\r\n\r\n3\r\n00:00:04,000 --> 00:00:05,000\r\n',
      'a.srt',
    );
    expect(cues(document)).toEqual([
      [1500, 2000, undefined, 'Anna: yes\nand no'],
      [2000, 3250, undefined, '42 &amp; more'],
    ]);
  });

  it('is told by its first cue, whatever the name', async () => {
    expect((await read('1\n00:00:01,500 --> 00:00:02,000\nyes', 'a.txt')).format).toBe('srt');
  });

  it('refuses a file without a single time', async () => {
    const result = await readDocument({ bytes: Buffer.from('Only words.'), fileName: 'a.srt' });
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });
});
