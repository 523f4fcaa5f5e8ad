import { counted } from '#renderer/ui/words.ts';
import { partsOfReport, type ReportPart } from '#shared/model/report.ts';
import { plainText } from '#shared/text/rich-text.ts';
import type { FieldWords, Names } from './words.ts';

const kinds: Readonly<Record<ReportPart['type'], string>> = {
  text: 'Text',
  theme: 'Theme',
  'theme table': 'Table of themes',
  claims: 'Findings and plans',
};

const partsIn = (value: unknown): readonly ReportPart[] => {
  try {
    return typeof value === 'string' ? partsOfReport({ parts: value }) : [];
  } catch {
    // Written by another version: what it was is in the record, and cannot be told here.
    return [];
  }
};

const nameOf = (part: ReportPart, names: Names): string =>
  part.type === 'theme'
    ? (names.get(part.themeId) ?? 'A theme that is gone')
    : part.heading.trim() || kinds[part.type];

const inOrder = (parts: readonly ReportPart[], names: Names): string =>
  parts.map((part, at) => `${at + 1}. ${nameOf(part, names)}`).join('\n');

const bodyWords = (body: string): string => (body.startsWith('{"root"') ? plainText(body) : body);

/** How many of something there were and are; where as many, whether others or in another order. */
const listWords = (
  name: string,
  noun: string,
  [before, after]: readonly [readonly string[], readonly string[]],
): readonly FieldWords[] => {
  if (before.join('|') === after.join('|')) return [];
  const were = counted(before.length, noun);
  const are = counted(after.length, noun);
  const had = new Set(before);
  const others = after.filter((id) => !had.has(id)).length;
  const how = others > 0 ? `${others.toLocaleString()} of them new` : 'in another order';
  return [{ name, before: were, after: were === are ? `${are}, ${how}` : are }];
};

const valueWords = (name: string, before: string, after: string): readonly FieldWords[] =>
  before === after ? [] : [{ name, before, after }];

const changesOf = (old: ReportPart, now: ReportPart, names: Names): readonly FieldWords[] => {
  const called = `‘${nameOf(now, names)}’`;
  const headings =
    'heading' in old && 'heading' in now
      ? valueWords(`Heading of ${called}`, old.heading, now.heading)
      : [];
  if (old.type === 'text' && now.type === 'text')
    return [
      ...headings,
      ...valueWords(`Text of ${called}`, bodyWords(old.body), bodyWords(now.body)),
    ];
  if (old.type === 'theme' && now.type === 'theme')
    return listWords(`Quotes of ${called}`, 'quote', [old.codingIds, now.codingIds]);
  if (old.type === 'theme table' && now.type === 'theme table') {
    const quotes = ({ quotes: all }: typeof old): readonly string[] =>
      all.map(({ themeId, codingId }) => `${themeId} ${codingId}`);
    return [
      ...headings,
      ...listWords(`Themes of ${called}`, 'theme', [old.themeIds, now.themeIds]),
      ...listWords(`Quotes of ${called}`, 'quote', [quotes(old), quotes(now)]),
    ];
  }
  if (old.type === 'claims' && now.type === 'claims')
    return [...headings, ...valueWords(`Kind of ${called}`, old.kind, now.kind)];
  return headings;
};

/** What a change did to the parts of a report: which there are in which order, and what is in each. */
export const partWords = (before: unknown, after: unknown, names: Names): readonly FieldWords[] => {
  const [old, now] = [partsIn(before), partsIn(after)];
  const ids = (parts: readonly ReportPart[]): string => parts.map(({ id }) => id).join();
  const were = new Map(old.map((part) => [part.id, part]));
  const inside = now.flatMap((part) => {
    const was = were.get(part.id);
    return was === undefined ? [] : changesOf(was, part, names);
  });
  return ids(old) === ids(now)
    ? inside
    : [{ name: 'Parts', before: inOrder(old, names), after: inOrder(now, names) }, ...inside];
};
