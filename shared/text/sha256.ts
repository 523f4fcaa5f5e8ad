/**
 * The SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits (FIPS 180-4). Written out, since
 * a page that is opened as a file may have no `crypto.subtle`; and free of anything outside itself, so
 * that the same source runs in a review pack and where its replies are read.
 */
export const sha256 = (text: string): string => {
  const round = new Uint32Array(64);
  const hash = new Uint32Array(8);
  // The first 32 bits of the fractional parts of the square and cube roots of the first 64 primes.
  const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32);
  for (let prime = 2, found = 0; found < 64; prime++) {
    let divisor = 2;
    while (divisor * divisor <= prime && prime % divisor !== 0) divisor++;
    if (divisor * divisor <= prime) continue;
    if (found < 8) hash[found] = fraction(Math.sqrt(prime));
    round[found++] = fraction(Math.cbrt(prime));
  }
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
  const words = new Uint32Array(64);
  const word = (at: number): number => words[at] ?? 0;
  for (let block = 0; block < padded.length; block += 64) {
    for (let at = 0; at < 16; at++) words[at] = view.getUint32(block + at * 4);
    for (let at = 16; at < 64; at++) {
      const a = word(at - 15);
      const b = word(at - 2);
      const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
      const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
      words[at] = word(at - 16) + s0 + word(at - 7) + s1;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
    for (let at = 0; at < 64; at++) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + (round[at] ?? 0) + word(at)) | 0;
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    for (const [at, value] of [a, b, c, d, e, f, g, h].entries())
      hash[at] = (hash[at] ?? 0) + value;
  }
  return [...hash].map((value) => value.toString(16).padStart(8, '0')).join('');
};
