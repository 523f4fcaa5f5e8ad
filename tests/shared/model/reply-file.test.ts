import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replyChecksum, replyFileSchema } from '#shared/model/reply-file.ts';
import { canonicalJson } from '#shared/text/canonical-json.ts';

const reply = {
  format: 'understory-reply',
  version: 1,
  packId: '0198f000-0000-7000-8000-000000000001',
  packName: 'First pack',
  reviewer: 'JB',
  role: 'Carer',
  answeredAt: '2026-11-24T10:00:00.000Z',
  answers: [
    {
      themeId: '0198f000-0000-7000-8000-000000000002',
      themeName: 'Believed',
      answer: 'this fits',
      comment: 'Yes. “Me too” 😀',
    },
    { themeId: null, themeName: null, answer: null, comment: '' },
  ],
};

test('A reply with its checksum is a reply file', () => {
  const file = { ...reply, checksum: replyChecksum(reply) };
  expect(replyFileSchema.parse(file)).toEqual(file);
  expect(replyChecksum(file)).toBe(file.checksum);
});

test('The checksum does not depend on the order of keys, and on every value', () => {
  const turned = Object.fromEntries(Object.entries(reply).toReversed());
  expect(replyChecksum(turned)).toBe(replyChecksum(reply));
  for (const [key, value] of Object.entries(reply))
    expect(replyChecksum({ ...reply, [key]: [value] })).not.toBe(replyChecksum(reply));
});

test('Canonical JSON is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalJson({ b: 1, a: undefined, '10': 2, '9': { z: [], y: '<' } })).toBe(
    '{"10":2,"9":{"y":"<","z":[]},"b":1}',
  );
});
