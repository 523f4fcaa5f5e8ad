import { describe, expect, test } from 'vitest';
import { asAsked, asksSomething, likenessOf, questionsIn } from '#shared/text/questions.ts';

const likeness = (prompt: string, said: string): number =>
  likenessOf(asAsked(prompt), asAsked(said));

describe('how like a prompt the words of an interviewer are', () => {
  test.each([
    ['How did the pain begin?', 'How did the pain begin?', 1],
    ['How did the pain begin?', 'So, thanks. And HOW did the páin begin, would you say?', 1],
    ['What exercises do you do?', 'What exercise do you do?', 1],
    ['How did the pain begin?', 'Tell me about your work.', 0],
    ['痛みはいつ', '痛みはいつからですか', 1],
    ['???', 'What?', 0],
  ])('%s: %s is %d', (prompt, said, expected) => {
    expect(likeness(prompt, said)).toBe(expected);
  });

  test('long words weigh more than short ones', () => {
    const prompt = 'What did the physiotherapist say to you?';
    expect(likeness(prompt, 'And the physiotherapist?')).toBeGreaterThan(
      likeness(prompt, 'What did he say to you?') / 2,
    );
    expect(likeness(prompt, 'What did the physiotherapist say?')).toBeGreaterThan(0.75);
  });
});

test('an interviewer who only listens asks nothing', () => {
  expect(asksSomething('Mm-hm. Right.')).toBe(false);
  expect(asksSomething('And then?')).toBe(true);
  expect(asksSomething('ومتى؟')).toBe(true);
  expect(asksSomething('Tell me a little more about how you got to work then.')).toBe(true);
});

test('the questions of a turn are its sentences that end with a question mark', () => {
  expect(questionsIn('Thanks. How are you? Good. And since when is that?')).toEqual([
    'How are you?',
    'And since when is that?',
  ]);
  expect(questionsIn('No question.')).toEqual([]);
});
