import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#electron/importers/encoding.ts';
import { Refused } from '#electron/importers/refusal.ts';

const codes = (bytes: Uint8Array): string[] => decodeText(bytes).warnings.map(({ code }) => code);

const german =
  'I: Wie gut fühlt ihr euch vorbereitet?\nS: „Naja“, für die Prüfung müsste ich noch üben. Größtenteils läuft es schön.\n'.repeat(
    4,
  );
const russian =
  'И: Как началась боль?\nР: Постепенно. Сначала я не обращал внимания, а потом пришлось пойти к врачу.\n'.repeat(
    4,
  );
const japanese =
  'インタビュアー：いつから痛みがありますか。\n参加者：去年の冬からです。仕事を休みました。\n'.repeat(
    4,
  );
const chinese =
  '采访者：疼痛是什么时候开始的？\n参与者：去年冬天开始的，后来我就不能上班了。\n'.repeat(4);
const polish =
  'I: Jak zaczął się ból?\nP: Powoli. Najpierw myślałem, że to nic, później już nie mogłem chodzić, żółć i gęś.\n'.repeat(
    4,
  );
const greek =
  'Ε: Πώς άρχισε ο πόνος;\nΣ: Σιγά σιγά. Στην αρχή δεν έδωσα σημασία, μετά όμως πήγα στον γιατρό.\n'.repeat(
    4,
  );

describe('telling encodings', () => {
  it.each([
    ['utf-8', german, 'utf-8'],
    ['utf-16le', german, 'utf-16le'],
    ['utf-16be', german, 'utf-16be'],
    ['windows-1252', german, 'windows-1252'],
    ['macroman', german, 'mac-roman'],
    ['windows-1251', russian, 'windows-1251'],
    ['koi8-r', russian, 'koi8-r'],
    ['windows-1250', polish, 'windows-1250'],
    ['windows-1253', greek, 'windows-1253'],
    ['shift_jis', japanese, 'shift_jis'],
    ['euc-jp', japanese, 'euc-jp'],
    ['gb18030', chinese, 'gb18030'],
    ['big5', '採訪者：疼痛是什麼時候開始的？\n參與者：去年冬天開始的。\n'.repeat(6), 'big5'],
  ])('reads %s as it was written', (encoding, text, reported) => {
    const decoded = decodeText(iconv.encode(text, encoding));
    expect(decoded.text).toBe(text);
    expect(decoded.encoding.replace('hkscs', '')).toBe(reported);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'goes by the byte order mark of %s, and drops it',
    (encoding) => {
      const decoded = decodeText(iconv.encode(`\ufeff${german}`, encoding));
      expect(decoded).toEqual({ text: german, encoding, warnings: [] });
    },
  );

  it('doubts a byte order mark that makes nonsense', () => {
    const little = iconv.encode(german, 'utf-16le');
    const decoded = decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), little]));
    expect(decoded.text).toBe(german);
    expect(decoded.warnings.map(({ code }) => code)).toEqual(['encoding-uncertain']);
  });

  it('says when it is not sure', () => {
    expect(codes(iconv.encode('So “it” was.', 'windows-1252'))).toEqual(['encoding-uncertain']);
    expect(codes(Buffer.from(german))).toEqual([]);
  });

  it('keeps UTF-8 that has one broken byte', () => {
    const bytes = Buffer.from(german);
    bytes[bytes.indexOf(0xc3)] = 0xff;
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text.split('\ufffd')).toHaveLength(3);
    expect(decoded.warnings).toMatchObject([{ code: 'damaged-characters', line: 1 }]);
  });

  it('tells text that was encoded twice, and where', () => {
    const once = iconv.decode(Buffer.from(german), 'latin1');
    expect(decodeText(Buffer.from(`Title\n${once}`)).warnings).toMatchObject([
      { code: 'mojibake', line: 2 },
    ]);
    expect(codes(Buffer.from('Â£5 in “NÃO”, à côté, schön: not broken'))).toEqual([]);
  });

  it('makes line ends LF and changes nothing else', () => {
    const decoded = decodeText(Buffer.from('a  b\u00a0c\r\n\r\nd\re\u2028f\t\n\u200bg \f'));
    expect(decoded.text).toBe('a  b\u00a0c\n\nd\ne\u2028f\t\n\u200bg \f');
  });

  it('shows NUL as a damaged character, since no text can hold it', () => {
    const decoded = decodeText(Buffer.from(`${german}\0`));
    expect(decoded.text).toBe(`${german}\ufffd`);
  });

  it.each([
    [
      'a picture',
      Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 3)]),
    ],
    ['a program', Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256))],
    ['control characters', Buffer.from('\u0001\u0002\u0003 text \u0004\u0005'.repeat(20))],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(Refused);
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'not-text' }));
  });
});
