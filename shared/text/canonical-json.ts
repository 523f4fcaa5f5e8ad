/**
 * JSON that is the same for the same value: keys in the order of their UTF-16 code units, no white
 * space, what is undefined left out. Free of anything outside itself (see `sha256`).
 */
export const canonicalJson = (value: unknown): string => {
  const write = (part: unknown): string => {
    if (Array.isArray(part)) return `[${part.map(write).join(',')}]`;
    if (typeof part !== 'object' || part === null) return JSON.stringify(part) ?? 'null';
    const entries = Object.entries(part).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${write(each)}`).join(',')}}`;
  };
  return write(value);
};
