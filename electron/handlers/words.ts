/** A count with its noun, for labels: `1 coding`, `12 codings`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;

/** A name in quotation marks, cut so that a label stays on one line. */
export const quoted = (name: string): string =>
  `'${name.length > 60 ? `${name.slice(0, 59)}…` : name}'`;
