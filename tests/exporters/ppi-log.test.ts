import { expect, test } from 'vitest';
import { exportPpiLog } from '#electron/exporters/ppi-log.ts';
import { blocksOfProse } from '#electron/exporters/ppi-log-words.ts';
import type { PpiLogDocument } from '#shared/model/ppi-log.ts';
import { unzip } from './unzip.ts';

const log: PpiLogDocument = {
  project: 'Pain & work',
  date: '2026-11-24',
  items: [
    { name: 'Aim', words: 'To be told *where* we were wrong.', isDraft: false },
    {
      name: 'Study results',
      words: 'Changed (1):\n\n- “Doubt”: Called it ‘Heard’.',
      isDraft: true,
    },
  ],
  decided: [
    {
      id: '01890000-0000-7000-8000-000000000001',
      replyId: '01890000-0000-7000-8000-000000000002',
      position: 0,
      themeId: null,
      themeName: 'Doubt',
      answer: 'not quite',
      comment: 'It is <b>shame</b>.\u0007',
      outcome: 'changed',
      outcomeNote: 'Called it ‘Heard’.',
      outcomeAt: '2026-11-10T12:00:00.000Z',
      packId: '01890000-0000-7000-8000-000000000003',
      reviewer: 'Jean',
      role: 'PPI contributor',
      answeredAt: '2026-11-03T12:00:00.000Z',
      receivedAt: '2026-11-04T12:00:00.000Z',
      packName: 'First',
    },
  ],
};

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('the log is Markdown with what is a draft marked, and what people wrote escaped', async () => {
  const { bytes, warnings } = await exportPpiLog(log, 'md');
  const text = textOf(bytes);
  expect(text).toContain('# Pain \\& work');
  expect(text).toContain('## Aim\n\nTo be told \\*where\\* we were wrong.');
  expect(text).toContain('## Study results\n\n*Draft from the record');
  expect(text).toContain('- “Doubt”: Called it ‘Heard’.');
  expect(text).toContain('> Not quite. It is \\<b\\>shame\\</b\\>.');
  expect(text).toContain('— Jean, PPI contributor, 3 Nov 2026');
  expect(text).toContain('**Changed, 10 Nov 2026.** Called it ‘Heard’.');
  expect(warnings).toEqual([
    'Still as drafted, and marked so: Study results.',
    'Control characters, which files cannot hold, were left out.',
  ]);
});

test('as a web page it holds no script and shows what people wrote as text', async () => {
  const { bytes } = await exportPpiLog(log, 'html');
  const text = textOf(bytes);
  expect(text).toContain('default-src &#39;none&#39;');
  expect(text).toContain('It is &lt;b&gt;shame&lt;/b&gt;.');
  expect(text).not.toMatch(/<script|<b>|https?:/u);
  expect(text).toContain('<ul><li dir="auto">“Doubt”: Called it ‘Heard’.</li></ul>');
  expect(text).toContain('<h2>Aim</h2><p dir="auto">To be told *where* we were wrong.</p>');
});

test('as a Word document it has headings for the items, real lists and a table of outcomes', async () => {
  const { bytes } = await exportPpiLog(log, 'docx');
  const xml = (await unzip(bytes)).get('word/document.xml') ?? '';
  expect(xml).toContain('<w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">Public');
  expect(xml).toMatch(/<w:numPr>.*?<w:t xml:space="preserve">“Doubt”: Called it ‘Heard’\.</u);
  expect(xml).toContain('<w:pStyle w:val="TableHeading"/>');
  expect(xml).toContain('It is &lt;b&gt;shame&lt;/b&gt;.');
  expect(xml.match(/w:val="Heading1"/gu)).toHaveLength(3);
  expect(xml).toContain('<w:tbl>');
  expect(xml).toContain('w:tblHeader');
});

test('prose is told apart into paragraphs and lists, whatever stands beside what', () => {
  expect(blocksOfProse('One\ntwo:\n- a\n- b\nthree\n\n- c\n- d\n')).toEqual([
    { type: 'paragraph', text: 'One\ntwo:' },
    { type: 'list', items: ['a', 'b'] },
    { type: 'paragraph', text: 'three' },
    { type: 'list', items: ['c', 'd'] },
  ]);
  expect(blocksOfProse(' \n\n ')).toEqual([]);
  expect(blocksOfProse('well-known - so')).toEqual([
    { type: 'paragraph', text: 'well-known - so' },
  ]);
});

test('a log without outcomes is written too, and says so', async () => {
  for (const format of ['md', 'html'] as const)
    expect(textOf((await exportPpiLog({ ...log, decided: [] }, format)).bytes)).toContain(
      'No answer has an outcome yet.',
    );
  expect((await exportPpiLog({ ...log, decided: [] }, 'docx')).bytes.length).toBeGreaterThan(1000);
});
