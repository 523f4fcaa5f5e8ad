import { createHash } from 'node:crypto';
import { answers } from '#shared/model/reply.ts';
import { type PackContents, type PackTheme, packCode } from '#shared/model/review-pack.ts';
import { canonicalJson } from '#shared/text/canonical-json.ts';
import { sha256 } from '#shared/text/sha256.ts';
import { type Exported, textFile } from './exported.ts';
import { Html, html } from './html.ts';
import { startPage } from './review-pack-page.ts';
import {
  answersAsText,
  answersOf,
  makeKeeper,
  makeReader,
  type PagePack,
} from './review-pack-parts.ts';
import { reviewPackStyle } from './review-pack-style.ts';

/** A pack as it goes to its reviewers. */
export interface PackFile {
  readonly packId: string;
  readonly name: string;
  readonly contents: PackContents;
}

/** Who a reviewer can say they are; the last asks for their own words. */
const roles = [
  'I live with this myself',
  'I care for somebody who does',
  'Member of the public',
  'I work in health or care',
  'Other',
] as const;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Text as the source of a script: nothing in it can end the script or start a comment. */
const inScript = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');

/** The page's script: its functions as they are written, and the pack they are about. */
const scriptOf = (pack: PagePack): string => `'use strict';
(function () {
var sha256 = ${String(sha256)};
var canonicalJson = ${String(canonicalJson)};
var makeKeeper = ${String(makeKeeper)};
(${String(startPage)})(${inScript(pack)}, {
keeper: makeKeeper(${inScript(`understory-pack-${pack.packId}`)}),
makeReader: ${String(makeReader)},
answersOf: ${String(answersOf)},
answersAsText: ${String(answersAsText)},
checksum: function (reply) { return sha256(canonicalJson(reply)); }
});
})();
`;

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing but this very script and this very style; no address can be reached. */
const policyOf = (script: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(reviewPackStyle)}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

interface Step {
  readonly id: string;
  readonly name: string;
  /** What its state in the list of contents is about; none where nothing is asked. */
  readonly about?: string;
  readonly body: Html;
  readonly kind?: string;
}

/** On paper each page says what it is about and which pack it belongs to. */
const onPaper = (about: string | Html, code: string): Html =>
  html`<p class="only-paper foot">${about} · Pack code <span class="code">${code}</span></p>
`;

/** A place to write in on paper; on the screen it is a field. */
const box = (kept: string, kind = ''): Html =>
  html`<div class="paper box ${kind}" data-paper="${kept}" dir="auto"></div>`;

interface Question {
  readonly name: string;
  readonly legend: string;
  readonly hint: string;
  /** What a box on paper says of itself, since it can come to stand on a sheet of its own. */
  readonly paper?: Html;
  /** Practice answers are not kept. */
  readonly practice?: boolean;
}

const question = ({ name, legend, hint, paper, practice }: Question): Html => {
  const keep = practice === true ? html`` : html` data-keep`;
  return html`
<fieldset class="answer"><legend>${legend}</legend>
${answers.map(
  (answer) =>
    html`<label class="choice"><input type="radio" name="answer-${name}" value="${answer}"${keep}><span>${capital(answer)}</span></label>\n`,
)}${practice === true ? '' : html`<button type="button" class="clear needs-script" data-clear="answer-${name}">Clear my choice</button>`}
</fieldset>
<div class="field"><label class="label" for="comment-${name}">Your comment, if you want to write one</label>
<p class="hint" id="hint-${name}">${hint}</p>
<textarea id="comment-${name}" name="comment-${name}" aria-describedby="hint-${name}" dir="auto" maxlength="20000"${keep}></textarea>
${practice === true ? '' : html`${box(`comment-${name}`)}${paper ?? ''}`}</div>`;
};

const quotesOf = (quotes: readonly { readonly text: string; readonly who: string }[]): Html =>
  html`${quotes.map(
    ({ text, who }) =>
      html`<figure><blockquote dir="auto">${text}</blockquote><figcaption dir="auto">${who}</figcaption></figure>\n`,
  )}`;

const themeStep = (theme: PackTheme, at: number, code: string): Step => ({
  id: `theme-${at + 1}`,
  name: theme.name,
  about: theme.themeId,
  body: html`${onPaper(`Theme ${at + 1}`, code)}
<h2 tabindex="-1" dir="auto">${theme.name}</h2>
<p class="prose" dir="auto">${theme.summary}</p>
<h3>What people said</h3>
${quotesOf(theme.quotes)}
${question({
  name: theme.themeId,
  legend: 'Does this theme fit with what you know?',
  hint: 'For example: what does not fit, what is missing, or words you would use instead.',
  paper: onPaper(html`Theme ${at + 1}: <span dir="auto">${theme.name}</span>`, code),
})}`,
});

const welcome = ({ contents }: PackFile, code: string): Step => ({
  id: 'welcome',
  name: 'Welcome',
  kind: 'cover',
  body: html`<h2 tabindex="-1">Welcome</h2>
<p class="prose" dir="auto">${contents.welcome}</p>
<p>There are ${contents.themes.length === 1 ? 'one theme' : html`${contents.themes.length} themes`} to read. A theme is an idea that came up again and again when people talked to us. You say whether each one fits with what you know. There are no right or wrong answers.</p>
<p class="paper">Pack code: <span class="code">${code}</span></p>`,
});

const howTo = ({ contents }: PackFile): Step => ({
  id: 'how-to',
  name: 'How to use this',
  body: html`<h2 tabindex="-1">How to use this</h2>
<div class="screen"><ul>
<li>Press <b>Next</b> and <b>Back</b> to move. The list of contents takes you to any step.</li>
<li>You can leave out any question. You can change your answers.</li>
<li>Take breaks. Your answers stay on this device until you clear them.</li>
<li>At the top you can make the text larger, change the colours, and have the page read to you if your device can do that.</li>
<li>Nothing is sent by itself. At the end you save your answers and send them to us.</li>
<li>You can also print this, write on the paper, and send us the paper. </li>
</ul>
<p class="needs-script"><button type="button" id="print">Print as a booklet</button></p></div>
<div class="paper"><ul>
<li>Read each theme. Tick one box. Write in the large box if you want to.</li>
<li>You can leave out any question.</li>
<li>When you have finished, return the booklet.</li>
</ul><p class="prose" dir="auto">${contents.returnTo === '' ? '' : html`Return to: ${contents.returnTo}`}</p></div>`,
});

/** Invented words, so that nobody has to think about what they say. */
const practice: Step = {
  id: 'practice',
  name: 'Practice',
  kind: 'screen',
  body: html`<h2 tabindex="-1">Practice</h2>
<p>Try it out here first. The words are made up, so there is nothing to get wrong. Your practice answer is not saved.</p>
<p>People told us that a <i>flimble</i> is best in the morning. Later in the day it gets <i>wuzzly</i>, and then nobody wants to <i>snorp</i>.</p>
<h3>What people said</h3>
${quotesOf([
  { text: 'I like my flimble early. By lunch it is far too wuzzly for me.', who: 'Zib, snorper' },
  { text: 'We used to snorp all day. You could not do that now.', who: 'Oola, snorper' },
])}
${question({
  name: 'practice',
  legend: 'Does this theme fit with what you know?',
  hint: 'For example: Some people snorp at night.',
  practice: true,
})}`,
};

const overall = (code: string): Step => ({
  id: 'overall',
  name: 'Overall',
  about: 'overall',
  body: html`${onPaper('Overall', code)}<h2 tabindex="-1">Overall</h2>
<p>Now think of all the themes together.</p>
${question({
  name: 'overall',
  legend: 'Do the themes together fit with what you know?',
  hint: 'For example: something important that nobody has talked about.',
  paper: onPaper('Overall', code),
})}`,
});

const aboutYou = (code: string): Step => ({
  id: 'about-you',
  name: 'About you',
  about: 'who',
  body: html`${onPaper('About you', code)}<h2 tabindex="-1">About you</h2>
<p>We do not need your real name. Tell us only what you want to.</p>
<fieldset class="answer"><legend>Which is closest to you?</legend>
${roles.map(
  (role) =>
    html`<label class="choice"><input type="radio" name="role" value="${role}" data-keep><span>${role}</span></label>\n`,
)}<button type="button" class="clear needs-script" data-clear="role">Clear my choice</button>
</fieldset>
<div class="field" id="role-other-field"><label class="label" for="role-other">In your own words</label>
<input type="text" id="role-other" name="role-other" maxlength="200" dir="auto" autocomplete="off" data-keep>${box('role-other', 'line')}</div>
<div class="field"><label class="label" for="reviewer">A made-up name, or initials</label>
<p class="hint" id="hint-reviewer">So that we can tell replies apart. Not your real name. You can leave this empty.</p>
<input type="text" id="reviewer" name="reviewer" maxlength="80" dir="auto" autocomplete="off" aria-describedby="hint-reviewer" data-keep>${box('reviewer', 'line')}</div>`,
});

const finish = ({ contents }: PackFile): Step => ({
  id: 'finish',
  name: 'Finish',
  kind: 'screen',
  body: html`<h2 tabindex="-1">Finish</h2>
<p id="left"></p>
<h3>1. Save your answers</h3>
<div class="row needs-script"><button type="button" class="main" id="save">Save my answers as a file</button></div>
<p class="confirm" id="saved" role="status"></p>
<h3>2. Send the file to us</h3>
<p class="prose" dir="auto">${contents.returnTo === '' ? 'Send it to the person who gave you this pack, for example with an e-mail.' : contents.returnTo}</p>
<h3>Or send your answers as words</h3>
<p>If you cannot send a file, copy this and paste it into an e-mail.</p>
<div class="field"><label class="label" for="as-text">Your answers as text</label>
<textarea id="as-text" readonly dir="auto"></textarea></div>
<div class="row needs-script"><button type="button" id="copy">Copy the text</button></div>
<p class="confirm" id="copied" role="status"></p>
<details class="needs-script"><summary>Clear my answers from this device</summary>
<p>Do this if other people use this device. Save and send your answers first. This cannot be undone.</p>
<div class="row"><button type="button" id="clear-all">Clear all my answers now</button></div>
</details>
<p class="confirm" id="cleared" role="status"></p>`,
});

const section = ({ id, name, body, kind }: Step): Html =>
  html`<section class="step ${kind ?? ''}" id="${id}" data-name="${name}">${body}</section>\n`;

const contentsOf = (steps: readonly Step[]): Html =>
  html`<nav class="needs-script" id="contents-place" aria-label="Contents"><details id="contents"><summary>List of contents</summary><ol>
${steps.map(
  ({ id, name, about }) =>
    html`<li><a href="#${id}"${about === undefined ? '' : html` data-about="${about}"`}><span dir="auto">${name}</span>${about === undefined ? '' : html` <span class="state"></span>`}</a></li>\n`,
)}</ol></details></nav>`;

const tools = html`<div class="tools needs-script" role="group" aria-label="How this page looks">
<fieldset><legend>Text size</legend>
<button type="button" id="size-standard" aria-label="Standard text" aria-pressed="true">A</button>
<button type="button" id="size-large" aria-label="Large text" aria-pressed="false">A</button>
<button type="button" id="size-largest" aria-label="Largest text" aria-pressed="false">A</button></fieldset>
<button type="button" id="contrast" aria-pressed="false">High contrast</button>
<button type="button" class="end" id="listen" hidden>Read aloud</button>
</div>`;

/**
 * A review pack as one web page for people outside the team: it needs no installing, no account and no
 * connection (its own policy allows none). It keeps answers on the reader's device, saves them as a
 * reply file or as text, and prints as a booklet with boxes to write in.
 */
export const reviewPackToHtml = (pack: PackFile): Exported => {
  const { contents } = pack;
  const code = packCode(pack.packId);
  const steps: readonly Step[] = [
    welcome(pack, code),
    howTo(pack),
    practice,
    ...contents.themes.map((theme, at) => themeStep(theme, at, code)),
    overall(code),
    aboutYou(code),
    finish(pack),
  ];
  const script = scriptOf({
    packId: pack.packId,
    packName: pack.name,
    code,
    returnTo: contents.returnTo,
    themes: contents.themes.map(({ themeId, name }) => ({ id: themeId, name })),
  });
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Understory">
<meta name="referrer" content="no-referrer">
<title>${contents.title}</title>
<style>${new Html(reviewPackStyle)}</style>
</head>
<body>
<header>${tools}
<h1 dir="auto">${contents.title}</h1></header>
<noscript><p class="note">This browser does not run the buttons of this page. You can read everything below, print it, and write on the paper.</p></noscript>
${contentsOf(steps)}
<main>
<div class="progress needs-script"><p id="where"></p><progress id="bar" max="${steps.length}" value="1" aria-label="How far you are"></progress></div>
<p class="note screen" id="not-kept" hidden>This browser cannot keep your answers when you close the page. Answer in one go, and save your answers at the end.</p>
${steps.map(section)}
<div class="moves needs-script"><button type="button" id="back">Back</button><button type="button" class="main" id="next">Next</button></div>
<p class="visually-hidden" id="said" role="status"></p>
</main>
<script>${new Html(script)}</script>
</body>
</html>
`;
  return textFile(page.markup);
};
