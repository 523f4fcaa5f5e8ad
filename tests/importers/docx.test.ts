import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { readDocument } from '#electron/importers/index.ts';
import type { ReadDocument } from '#shared/model/document.ts';
import { wordEntries, wordParagraph, zip } from './zip.ts';

const read = async (bytes: Uint8Array): Promise<ReadDocument> => {
  const result = await readDocument({ bytes, fileName: 'a.docx' });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.document;
};

const readBody = (body: string): Promise<ReadDocument> => read(zip(wordEntries(body)));
const refusal = async (bytes: Uint8Array): Promise<string> => {
  const result = await readDocument({ bytes, fileName: 'a.docx' });
  return result.ok ? 'read' : result.error.code;
};
const codes = (document: ReadDocument): string[] => document.warnings.map(({ code }) => code);

const cell = (...lines: string[]): TableCell =>
  new TableCell({ children: lines.map((line) => new Paragraph(line)) });

describe('Word documents', () => {
  it('reads paragraphs, headings, bold words, line breaks and tabs', async () => {
    const file = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Interview 1', heading: HeadingLevel.HEADING_2 }),
            new Paragraph(''),
            new Paragraph({
              children: [
                new TextRun({ text: 'Anna', bold: true }),
                new TextRun({ text: ': ', bold: true }),
                new TextRun('It\tbegan “slowly”.'),
                new TextRun({ text: 'In spring.', break: 1 }),
              ],
            }),
          ],
        },
      ],
    });
    const { text, blocks, warnings } = await read(await Packer.toBuffer(file));
    expect(text).toBe('Interview 1\n\nAnna: It\tbegan “slowly”.\nIn spring.');
    expect(blocks).toEqual([
      { kind: 'paragraph', start: 0, end: 11, heading: 2 },
      { kind: 'paragraph', start: 13, end: 48, bold: [{ start: 13, end: 19 }] },
    ]);
    expect(warnings).toEqual([]);
  });

  it('reads rows of tables, and takes a table of one cell for its paragraphs', async () => {
    const file = new Document({
      sections: [
        {
          children: [
            new Table({
              rows: [
                new TableRow({ children: [cell('Anna'), cell('Yes.', 'And no.')] }),
                new TableRow({ children: [cell(''), cell('')] }),
                new TableRow({ children: [cell('Bo'), cell('Why?')] }),
              ],
            }),
            new Table({ rows: [new TableRow({ children: [cell('I: One', 'P: Two')] })] }),
          ],
        },
      ],
    });
    const { text, blocks } = await read(await Packer.toBuffer(file));
    expect(text).toBe('Anna\tYes.\nAnd no.\n\nBo\tWhy?\nI: One\nP: Two');
    expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['row', 'Anna\tYes.\nAnd no.'],
      ['row', 'Bo\tWhy?'],
      ['paragraph', 'I: One'],
      ['paragraph', 'P: Two'],
    ]);
    expect(blocks[0]?.cells?.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Anna',
      'Yes.\nAnd no.',
    ]);
  });

  it('puts footnotes at the end with a mark in their place', async () => {
    const file = new Document({
      footnotes: { 1: { children: [new Paragraph('She laughed.')] } },
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun('I did'), new FootnoteReferenceRun(1)] }),
            new Paragraph('And so on.'),
          ],
        },
      ],
    });
    const document = await read(await Packer.toBuffer(file));
    expect(document.text).toMatch(/^I did\[1\]\nAnd so on\.\n\[1\] +She laughed\.$/);
    const note = document.blocks.at(-1);
    expect(note?.kind).toBe('note');
    expect(document.text.slice(note?.start, note?.end)).toMatch(/^\[1\] +She laughed\.$/);
    expect(codes(document)).toEqual(['notes-at-end']);
  });

  it('accepts tracked changes: insertions stay, deletions and old places go', async () => {
    const document = await readBody(
      '<w:p><w:r><w:t xml:space="preserve">I </w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t xml:space="preserve">really </w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>never </w:delText></w:r></w:del><w:moveFrom w:id="3" w:author="a"><w:r><w:t>there</w:t></w:r></w:moveFrom><w:r><w:t xml:space="preserve">did </w:t></w:r><w:moveTo w:id="4" w:author="a"><w:r><w:t>there</w:t></w:r></w:moveTo></w:p>',
    );
    expect(document.text).toBe('I really did there');
    expect(codes(document)).toEqual(['tracked-changes']);
  });

  it('shows hidden text and says so', async () => {
    const document = await readBody(wordParagraph('seen') + wordParagraph('unseen', '<w:vanish/>'));
    expect(document.text).toBe('seen\nunseen');
    expect(codes(document)).toEqual(['hidden-text']);
    expect(codes(await readBody(wordParagraph('seen', '<w:vanish w:val="0"/>')))).toEqual([]);
  });

  it('takes one of two alternatives, once', async () => {
    const document = await readBody(
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    expect(document.text).toBe('box');
    expect(codes(document)).toEqual([]);
  });

  it('says when words of the file are not in the text', async () => {
    const document = await readBody(
      `${wordParagraph('read')}</w:body><w:body>${wordParagraph('not read')}`,
    );
    expect(document.text).toBe('read');
    expect(codes(document)).toEqual(['text-left-out']);
  });

  it('refuses a document without words, or whose words are in another', async () => {
    expect(await refusal(zip(wordEntries('<w:p/><w:p/>')))).toBe('empty-file');
    expect(await refusal(zip(wordEntries('<w:altChunk r:id="a"/>')))).toBe('unsupported-format');
  });

  it('refuses entities before any parser sees them', async () => {
    const before = '<!DOCTYPE w [<!ENTITY a "aaaa">]>';
    expect(await refusal(zip(wordEntries(wordParagraph('&a;'), before)))).toBe('unsafe-xml');
  });

  it('refuses what is damaged', async () => {
    expect(await refusal(zip(wordEntries('<w:p><w:r>')))).toBe('damaged');
    const deep = '<w:smartTag>'.repeat(60_000);
    expect(await refusal(zip(wordEntries(`<w:p>${deep}`)))).toBe('damaged');
  });
});
