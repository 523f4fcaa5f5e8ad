import type { Answered, Keeper, Kept, PagePack, Reader } from './review-pack-parts.ts';

/** What the page is handed, since it can reach for nothing itself. */
export interface PageParts {
  readonly keeper: Keeper;
  readonly makeReader: (on: {
    readonly change: (reading: boolean) => void;
    readonly ready: () => void;
  }) => Reader | null;
  readonly answersOf: (pack: PagePack, kept: Kept) => Answered;
  readonly answersAsText: (pack: PagePack, answered: Answered) => string;
  readonly checksum: (reply: object) => string;
}

/**
 * Brings the page of a review pack to life: one step at a time, answers kept, read aloud, saved as a
 * file. Written into the page as its own source (see `review-pack-parts.ts` for the rules).
 */
export const startPage = (pack: PagePack, parts: PageParts): void => {
  const { keeper } = parts;
  const all = <E extends HTMLElement>(query: string): E[] =>
    Array.from(document.querySelectorAll<E>(query));
  const one = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
  const root = document.documentElement;
  const steps = all('.step');
  const links = all<HTMLAnchorElement>('#contents a');
  const title = document.title;
  root.classList.add('live');

  const say = (words: string): void => {
    // Emptied first, so that the same words are said again.
    one('said').textContent = '';
    setTimeout(() => {
      one('said').textContent = words;
    }, 60);
  };

  /* Looks: text size and contrast, kept with the answers. */
  const sizes = ['standard', 'large', 'largest'];
  const showLooks = (): void => {
    const size = keeper.all['look-size'] || 'standard';
    const asked = window.matchMedia?.('(prefers-contrast: more)').matches ? 'high' : 'standard';
    const contrast = keeper.all['look-contrast'] || asked;
    for (const known of sizes) root.classList.toggle(`size-${known}`, known === size);
    root.classList.toggle('contrast', contrast === 'high');
    for (const known of sizes)
      one(`size-${known}`).setAttribute('aria-pressed', String(known === size));
    one('contrast').setAttribute('aria-pressed', String(contrast === 'high'));
  };
  for (const size of sizes)
    one(`size-${size}`).addEventListener('click', () => {
      keeper.set('look-size', size);
      showLooks();
    });
  one('contrast').addEventListener('click', () => {
    keeper.set('look-contrast', root.classList.contains('contrast') ? 'standard' : 'high');
    showLooks();
  });

  /* Answers */
  const inputs = all<HTMLInputElement | HTMLTextAreaElement>('[data-keep]');
  const tellKept = (): void => {
    one('not-kept').hidden = keeper.works;
  };
  const hasAnswer = (id: string): boolean =>
    !!keeper.all[`answer-${id}`] || !!(keeper.all[`comment-${id}`] || '').trim();
  const showState = (): void => {
    for (const link of links) {
      const about = link.getAttribute('data-about');
      const state = link.querySelector('.state');
      if (about === null || state === null) continue;
      const answered = about === 'who' ? !!keeper.all['role'] : hasAnswer(about);
      state.textContent = answered ? 'answered' : 'not answered yet';
      state.classList.toggle('done', answered);
    }
    for (const paper of all('[data-paper]'))
      paper.textContent = keeper.all[paper.getAttribute('data-paper') || ''] || '';
    one('role-other-field').hidden = keeper.all['role'] !== 'Other';
  };
  const fill = (): void => {
    for (const input of inputs) {
      const value = keeper.all[input.name] || '';
      if (input instanceof HTMLInputElement && input.type === 'radio')
        input.checked = input.value === value;
      else input.value = value;
    }
    showState();
  };
  for (const input of inputs)
    input.addEventListener('input', () => {
      keeper.set(input.name, input.value);
      tellKept();
      showState();
    });
  for (const button of all<HTMLButtonElement>('[data-clear]'))
    button.addEventListener('click', () => {
      keeper.set(button.getAttribute('data-clear') || '', '');
      fill();
      say('Your choice is cleared.');
    });

  /* Reading aloud */
  const listen = one('listen');
  const reader = parts.makeReader({
    change: (reading) => {
      listen.textContent = reading ? 'Stop reading' : 'Read aloud';
      listen.setAttribute('data-reading', String(reading));
    },
    ready: () => {
      listen.hidden = false;
    },
  });
  const shown = (): HTMLElement | undefined => steps.find((step) => !step.hidden);
  listen.addEventListener('click', () => {
    if (listen.getAttribute('data-reading') === 'true') {
      reader?.stop();
      return;
    }
    const texts = Array.from(
      shown()?.querySelectorAll<HTMLElement>(
        'h2, h3, p, li, blockquote, figcaption, legend, label',
      ) || [],
    )
      .filter((part) => part.offsetParent !== null && part.closest('.paper') === null)
      .filter((part) => part.querySelector('p, li') === null)
      .map((part) => (part.textContent || '').replace(/\s+/g, ' ').trim())
      .filter((words) => words !== '');
    reader?.read(texts);
  });

  /* One step at a time */
  const back = one<HTMLButtonElement>('back');
  const next = one<HTMLButtonElement>('next');
  const indexOf = (id: string): number =>
    Math.max(
      0,
      steps.findIndex((step) => step.id === id),
    );
  const summary = (): void => {
    const answered = parts.answersOf(pack, keeper.all);
    one<HTMLTextAreaElement>('as-text').value = parts.answersAsText(pack, answered);
    const open = answered.answers.filter(
      ({ answer, comment }) => answer === null && comment === '',
    );
    one('left').textContent =
      open.length === 0
        ? 'You have answered everything.'
        : open.length === answered.answers.length
          ? 'You have not answered anything yet. The list of contents shows where the questions are.'
          : `Not answered: ${open.map(({ themeName }) => themeName || 'Overall').join('; ')}. That is fine. You can go back to them, or leave them.`;
  };
  /** Whether the list of contents has a column of its own; else it is folded away after each step. */
  const isBeside = (): boolean => getComputedStyle(one('contents-place')).position === 'sticky';
  const show = (at: number, moved: boolean): void => {
    const step = steps[at];
    if (step === undefined) return;
    reader?.stop();
    for (const each of steps) each.hidden = each !== step;
    for (const link of links) {
      if (link.hash === `#${step.id}`) link.setAttribute('aria-current', 'step');
      else link.removeAttribute('aria-current');
    }
    back.hidden = at === 0;
    next.hidden = at === steps.length - 1;
    const name = step.getAttribute('data-name') || '';
    const following = steps[at + 1]?.getAttribute('data-name');
    const forward = at === 0 ? 'Start' : 'Next';
    next.textContent = forward;
    next.setAttribute('aria-label', following ? `${forward}: ${following}` : forward);
    const before = steps[at - 1]?.getAttribute('data-name');
    back.setAttribute('aria-label', before ? `Back: ${before}` : 'Back');
    one('where').textContent = `Step ${at + 1} of ${steps.length}`;
    const bar = one('bar');
    bar.setAttribute('value', String(at + 1));
    document.title = `${name} (step ${at + 1} of ${steps.length}), ${title}`;
    if (step.id === 'finish') summary();
    one<HTMLDetailsElement>('contents').open = isBeside();
    keeper.set('at', step.id);
    if (!moved) return;
    window.scrollTo(0, 0);
    step.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };
  const go = (at: number): void => {
    const id = steps[at]?.id;
    if (id === undefined) return;
    // The address remembers the step, so that the browser's own Back works.
    if (location.hash === `#${id}`) show(at, true);
    else location.hash = `#${id}`;
  };
  const now = (): number => steps.findIndex((step) => !step.hidden);
  addEventListener('hashchange', () => show(indexOf(location.hash.slice(1)), true));
  back.addEventListener('click', () => go(now() - 1));
  next.addEventListener('click', () => go(now() + 1));
  for (const link of links)
    link.addEventListener('click', (event) => {
      event.preventDefault();
      go(indexOf(link.hash.slice(1)));
    });

  /* Finishing */
  one('save').addEventListener('click', () => {
    const answered = parts.answersOf(pack, keeper.all);
    const reply = {
      format: 'understory-reply',
      version: 1,
      packId: pack.packId,
      packName: pack.packName,
      ...answered,
      answeredAt: new Date().toISOString(),
    };
    const file = JSON.stringify({ ...reply, checksum: parts.checksum(reply) }, null, 2);
    const address = URL.createObjectURL(new Blob([file], { type: 'application/json' }));
    const link = document.createElement('a');
    const who = answered.reviewer.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
    link.href = address;
    link.download = `reply-${pack.code}${who === '' ? '' : `-${who.slice(0, 40)}`}.json`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    one('saved').textContent = `Saved as ${link.download}. Look for it in your downloads.`;
  });
  one('copy').addEventListener('click', () => {
    const field = one<HTMLTextAreaElement>('as-text');
    field.focus();
    field.select();
    const tell = (copied: boolean): void => {
      one('copied').textContent = copied
        ? 'Copied. Now paste it into an e-mail.'
        : 'The words are marked. Copy them with Ctrl and C, or with a long press.';
    };
    // Older browsers, and pages opened as a file in some, have only the older way.
    const older = (): void => tell(document.execCommand('copy'));
    if (!navigator.clipboard) older();
    else navigator.clipboard.writeText(field.value).then(() => tell(true), older);
  });
  one('print').addEventListener('click', () => window.print());
  one('clear-all').addEventListener('click', () => {
    keeper.clear();
    fill();
    showLooks();
    summary();
    one('cleared').textContent = 'All answers on this device are cleared.';
  });

  showLooks();
  fill();
  tellKept();
  const first = indexOf(location.hash.slice(1) || keeper.all['at'] || '');
  show(first, false);
  if (first > 0) say(`Welcome back. You are at step ${first + 1} of ${steps.length}.`);
};
