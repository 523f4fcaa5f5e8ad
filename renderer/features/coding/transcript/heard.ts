import { codeById, currentCodings } from '#renderer/features/coding/reading-data.ts';
import { listed } from '#renderer/ui/words.ts';
import type { Reading } from '#shared/contract/sources.ts';
import type { Range } from '#shared/model/range.ts';
import { wholeGraphemes } from '#shared/text/units.ts';

/** No more than this is said at once, in UTF-16 code units: some ten minutes of listening. */
const longestSaid = 5000;

/** Words as they are said: all, or the beginning of what nobody would listen to. */
export const spoken = (text: string): string => {
  if (text.length <= longestSaid) return text;
  const end = wholeGraphemes(text, { start: 0, end: longestSaid }).end;
  return `${text.slice(0, end)}… (${text.length.toLocaleString()} characters)`;
};

/** A passage as it is said to screen readers: its words, then what is coded in it. */
export const heard = (reading: Reading, range: Range): string => {
  const here = currentCodings().filter(
    (coding) => coding.start < range.end && coding.end > range.start,
  );
  const names = [...new Set(here.map((coding) => codeById(coding.codeId)?.name ?? 'a code'))];
  const words = spoken(reading.text.slice(range.start, range.end));
  return names.length === 0 ? words : `${words} Coded ${listed(names)}.`;
};
