import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReply } from '#electron/importers/reply.ts';
import { answers } from '#shared/model/reply.ts';
import { type ReplyFile, replyChecksum } from '#shared/model/reply-file.ts';
import { type SavedReply, savedReply } from '#tests/helpers/replies.ts';

const packId = '01890000-0000-7000-8000-000000000001';
const themeId = '01890000-0000-7000-8000-000000000002';

const reply = (change: Partial<SavedReply> = {}): ReplyFile =>
  savedReply({
    packId,
    packName: 'First reading',
    reviewer: 'Jean',
    role: 'PPI contributor',
    answeredAt: '2026-11-03T10:00:00.000Z',
    answers: [
      {
        themeId,
        themeName: 'Believed before helped',
        answer: 'not quite',
        comment: 'Not “believed”. <b>Heard</b>.\nThat is another thing.',
      },
    ],
    ...change,
  });

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const reasonOf = (bytes: Uint8Array): string => {
  const read = readReply(bytes);
  return read.ok ? 'taken' : read.reason;
};

const text = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }));
const someReply = fc
  .record({
    packName: text,
    reviewer: text.filter((name) => name !== ''),
    role: text,
    answeredAt: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    answers: fc.array(
      fc.record({
        themeId: fc.option(fc.constant(themeId)),
        themeName: fc.option(text),
        answer: fc.option(fc.constantFrom(...answers)),
        comment: text,
      }),
      { maxLength: 4 },
    ),
  })
  .map((change) => reply(change));

test('any reply that is saved is read back the same, however it is laid out', () => {
  fc.assert(
    fc.property(someReply, fc.constantFrom('', '  ', '\t'), (saved, space) => {
      // A mail program may put a mark before it and other line ends into it.
      const laidOut = `\uFEFF${JSON.stringify(saved, null, space)}\n`.replaceAll('\n', '\r\n');
      expect(readReply(bytesOf(laidOut))).toEqual({ ok: true, reply: saved });
    }),
  );
});

test('any damage to a single character is refused, or changes nothing of what was said', () => {
  fc.assert(
    fc.property(
      someReply,
      fc.nat(),
      fc.constantFrom(' ', '"', '0', 'a', 'x', '\\', '{', ',', '\u0000', '\uFFFD', ''),
      (saved, place, other) => {
        const whole = JSON.stringify(saved);
        const at = place % whole.length;
        const read = readReply(bytesOf(`${whole.slice(0, at)}${other}${whole.slice(at + 1)}`));
        if (read.ok) expect(read.reply).toEqual(saved);
        else expect(['damaged', 'not-reply', 'newer']).toContain(read.reason);
      },
    ),
    { numRuns: 400 },
  );
});

test('a reply that was altered on the way is refused, and so is one that was cut short', () => {
  const saved = reply();
  const altered = JSON.stringify(saved).replace('not quite', 'this fits');
  const read = readReply(bytesOf(altered));
  expect(read).toMatchObject({ ok: false, reason: 'damaged' });
  expect(read.ok ? '' : read.message).toContain('altered after it was saved');
  expect(reasonOf(bytesOf(JSON.stringify(saved).slice(0, -40)))).toBe('damaged');
  expect(reasonOf(bytesOf(JSON.stringify({ ...saved, checksum: undefined })))).toBe('damaged');
});

test('each kind of file that is no reply is refused by its reason', () => {
  const json = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));
  expect(reasonOf(bytesOf(''))).toBe('not-reply');
  expect(reasonOf(bytesOf('Dear Ruth, it all fits. Jean'))).toBe('not-reply');
  expect(reasonOf(json({ format: 'other', version: 1 }))).toBe('not-reply');
  expect(reasonOf(json(null))).toBe('not-reply');
  expect(reasonOf(json([]))).toBe('not-reply');
  expect(reasonOf(json({ format: 'understory-reply', version: 2, said: [] }))).toBe('newer');
  expect(reasonOf(json({ format: 'understory-reply', version: '1' }))).toBe('damaged');
  expect(reasonOf(new Uint8Array(1_000_001))).toBe('too-large');
  expect(reasonOf(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe))).toBe('not-text');
  expect(reasonOf(new Uint8Array(Buffer.from(JSON.stringify(reply()), 'utf16le')))).not.toBe(
    'taken',
  );
});

test('hostile JSON does no harm: deep, long, with names that objects have already', () => {
  const deep = '['.repeat(400_000) + ']'.repeat(400_000);
  expect(reasonOf(bytesOf(deep))).toBe('not-reply');
  const inside = `{"format":"understory-reply","version":1,"answers":${deep}}`;
  expect(reasonOf(bytesOf(inside))).toBe('damaged');
  const many = JSON.stringify({ ...reply(), answers: Array.from({ length: 5000 }, () => ({})) });
  expect(reasonOf(bytesOf(many))).toBe('damaged');
  const polluted = JSON.stringify(reply()).replace('{', '{"__proto__":{"isAdmin":true},');
  expect(reasonOf(bytesOf(polluted))).toBe('damaged');
  expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  const extra = { ...reply(), script: '<script>alert(1)</script>' };
  expect(reasonOf(bytesOf(JSON.stringify({ ...extra, checksum: replyChecksum(extra) })))).toBe(
    'damaged',
  );
});
