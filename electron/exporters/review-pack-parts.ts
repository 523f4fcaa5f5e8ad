import type { ReplyFileAnswer } from '#shared/model/reply-file.ts';

/*
 * What the page of a review pack runs. Each function here is written into the page as its own source
 * text, so it uses nothing but its parameters and what every browser since 2020 has: no import, no
 * neighbour, nothing newer than ES2020.
 */

/** What the page's script is told about its pack. */
export interface PagePack {
  readonly packId: string;
  readonly packName: string;
  readonly code: string;
  readonly returnTo: string;
  readonly themes: readonly { readonly id: string; readonly name: string }[];
}

/** What has been answered so far, as it is kept between visits: by the name of each field. */
export type Kept = Record<string, string>;

/** Keeps answers in the page's own storage. */
export interface Keeper {
  /** Whether they are kept when the page is closed. */
  readonly works: boolean;
  readonly all: Kept;
  readonly set: (name: string, value: string) => boolean;
  readonly clear: () => void;
}

/** Storage under one key; where the browser has none, answers last as long as the page is open. */
export const makeKeeper = (key: string): Keeper => {
  let all: Kept = {};
  let works = true;
  const write = (): boolean => {
    try {
      localStorage.setItem(key, JSON.stringify(all));
      return true;
    } catch {
      return false;
    }
  };
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) || '{}');
    if (typeof found === 'object' && found !== null)
      for (const [name, value] of Object.entries(found))
        if (typeof value === 'string') all[name] = value;
  } catch {
    all = {};
  }
  works = write();
  return {
    get works() {
      return works;
    },
    get all() {
      return all;
    },
    set: (name, value) => {
      if (value === '') delete all[name];
      else all[name] = value;
      works = write();
      return works;
    },
    clear: () => {
      all = {};
      works = write();
    },
  };
};

/** Reads parts of the page aloud. */
export interface Reader {
  readonly read: (parts: readonly string[]) => void;
  readonly stop: () => void;
}

/**
 * Reads aloud with a voice that is on this computer (others would send the words away); null where
 * there is none. `onChange` hears whether it is reading; `onReady` is called if voices come late.
 */
export const makeReader = (on: {
  readonly change: (reading: boolean) => void;
  readonly ready: () => void;
}): Reader | null => {
  const speech = typeof speechSynthesis === 'undefined' ? null : speechSynthesis;
  if (speech === null) return null;
  const voice = (): SpeechSynthesisVoice | undefined => {
    const here = speech
      .getVoices()
      .filter(({ localService, lang }) => localService && /^en\b/i.test(lang));
    return here.find(({ lang }) => /^en[-_]GB/i.test(lang)) || here[0];
  };
  speech.addEventListener?.('voiceschanged', () => {
    if (voice() !== undefined) on.ready();
  });
  if (voice() !== undefined) on.ready();
  let turn = 0;
  const stop = (): void => {
    turn += 1;
    speech.cancel();
    on.change(false);
  };
  return {
    stop,
    read: (parts) => {
      stop();
      const mine = turn;
      on.change(true);
      // One part after another: browsers cut off what is long.
      const say = (at: number): void => {
        const words = parts[at];
        if (mine !== turn) return;
        if (words === undefined) {
          on.change(false);
          return;
        }
        const said = new SpeechSynthesisUtterance(words);
        const chosen = voice();
        if (chosen !== undefined) {
          said.voice = chosen;
          said.lang = chosen.lang;
        }
        said.rate = 0.9;
        said.onend = () => say(at + 1);
        said.onerror = () => say(at + 1);
        speech.speak(said);
      };
      say(0);
    },
  };
};

/** Who answers, and what. */
export interface Answered {
  readonly reviewer: string;
  readonly role: string;
  readonly answers: readonly ReplyFileAnswer[];
}

/** The answers of what is kept: on each theme in order, then on the whole. */
export const answersOf = (pack: PagePack, kept: Kept): Answered => {
  const field = (name: string): string => (kept[name] || '').trim();
  const answerIn = (name: string): ReplyFileAnswer['answer'] => {
    const given = field(name);
    return given === 'this fits' || given === 'not quite' || given === 'something is missing'
      ? given
      : null;
  };
  const isOther = field('role') === 'Other';
  return {
    reviewer: field('reviewer').replace(/\s+/g, ' ').slice(0, 200) || 'No name given',
    role: ((isOther && field('role-other')) || field('role')).replace(/\s+/g, ' ').slice(0, 200),
    answers: [
      ...pack.themes.map(({ id, name }) => ({
        themeId: id,
        themeName: name,
        answer: answerIn(`answer-${id}`),
        comment: field(`comment-${id}`).slice(0, 100_000),
      })),
      {
        themeId: null,
        themeName: null,
        answer: answerIn('answer-overall'),
        comment: field('comment-overall').slice(0, 100_000),
      },
    ],
  };
};

/** The same answers as plain text, for an e-mail. */
export const answersAsText = (pack: PagePack, { reviewer, role, answers }: Answered): string => {
  const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
  const lines = [
    `Answers to: ${pack.packName}`,
    `Pack code: ${pack.code}`,
    `From: ${reviewer}${role === '' ? '' : `, ${role}`}`,
  ];
  answers.forEach(({ themeName, answer, comment }, at) => {
    lines.push('');
    lines.push(themeName === null ? 'Overall' : `${at + 1}. ${themeName}`);
    lines.push(answer === null ? 'No answer chosen' : capital(answer));
    if (comment !== '') lines.push(comment);
  });
  return lines.join('\n');
};
