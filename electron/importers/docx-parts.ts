import type { ImportWarning } from '#shared/model/document.ts';
import type { Archive } from './archive.ts';
import { Refused } from './refusal.ts';

/** What a Word file's own XML says that its text does not show. */
export interface WordXml {
  readonly warnings: readonly ImportWarning[];
  /** Characters that are not space in the body, counted without any parser, to check one against. */
  readonly letters: number;
  /** The refusal for a document without words. */
  readonly empty: () => Refused;
}

/** Parts whose text is wanted when a Word file's archive is opened. */
export const wordParts = (name: string): boolean =>
  name === '[Content_Types].xml' || /^word\/(?:document\d*|header\d*|footer\d*)\.xml$/.test(name);

const tag = /<(\/?)(mc:Choice|w:moveFrom|w:t)(?:\s[^<>]*)?>([^<]*)/g;

/** Characters between the tags of Word's text elements, except spaces, old places of moved text and alternatives that are not taken. */
const lettersIn = (xml: string): number => {
  let letters = 0;
  let hidden = 0;
  for (const [whole, closing, name, text = ''] of xml.matchAll(tag)) {
    if (name === 'w:t') {
      if (closing === '' && hidden === 0 && !whole.includes('/>')) {
        letters += text.replace(/&[^;\s]{1,8};/g, 'x').replace(/\s+/g, '').length;
      }
    } else if (!whole.includes('/>')) hidden += closing === '' ? 1 : -1;
  }
  return letters;
};

const switchedOn = (xml: string, name: string): boolean =>
  new RegExp(String.raw`<w:${name}(?:\s*/>|\s+w:val="(?:true|on|1)"\s*/>)`).test(xml);

/** Reads a Word file's parts for what a researcher should know. The archive must be checked. */
export const inspectWordXml = ({ parts, names }: Archive): WordXml => {
  const xml = parts.get('word/document.xml') ?? '';
  const warnings: ImportWarning[] = [];
  if (switchedOn(xml, 'vanish')) {
    warnings.push({
      code: 'hidden-text',
      message: 'The Word file has hidden text. It is part of the text here and can be seen.',
    });
  }
  if (/<w:(?:ins|del|moveFrom|moveTo)\s/.test(xml)) {
    warnings.push({
      code: 'tracked-changes',
      message: 'The Word file has tracked changes. They were read as accepted.',
    });
  }
  const edges = [...parts].filter(([name]) => /(?:header|footer)\d*\.xml$/.test(name));
  if (edges.some(([, part]) => /\p{L}{3}/u.test(part.replace(/<[^>]*>/g, ' ')))) {
    warnings.push({
      code: 'headers-left-out',
      message: 'What stands at the top or bottom of every page is not part of the text.',
    });
  }
  const embedded = /<w:altChunk\s/.test(xml);
  if (embedded) {
    warnings.push({
      code: 'text-left-out',
      message: 'A document inside the Word file was left out.',
    });
  }
  return {
    warnings,
    letters: lettersIn(xml),
    empty: () =>
      embedded
        ? new Refused(
            'unsupported-format',
            'The text is in another document inside the Word file. Open it in Word, save it as .docx and import that.',
          )
        : new Refused(
            'empty-file',
            names.some((name) => name.startsWith('word/media/'))
              ? 'The Word file holds pictures but no text.'
              : 'The Word file holds no text.',
          ),
  };
};
