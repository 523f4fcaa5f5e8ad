import { createHash } from 'node:crypto';
import { codeColours } from '#shared/model/code.ts';
import type { Codebook, CodebookCode } from '#shared/model/codebook.ts';
import { codebookStyle } from './codebook-html-style.ts';
import { type CodebookExporter, type CodebookOptions, textFile } from './exported.ts';
import { Html, html } from './html.ts';
import {
  aboutLines,
  attribution,
  exampleLabel,
  metaOf,
  undefinedYet,
  writtenParts,
} from './wording.ts';

/** A code with the codes nested in it. */
interface Branch {
  readonly code: CodebookCode;
  readonly number: number;
  readonly nested: Branch[];
}

/** Codes come parents first, so the last code one level up is the parent. */
const grow = (codes: readonly CodebookCode[]): Branch[] => {
  const top: Branch[] = [];
  const open: Branch[] = [];
  for (const [at, code] of codes.entries()) {
    const branch: Branch = { code, number: at + 1, nested: [] };
    open.length = code.depth;
    (open.at(-1)?.nested ?? top).push(branch);
    open.push(branch);
  }
  return top;
};

const colourClass = (code: CodebookCode): string => `c${code.colour % codeColours}`;

const contents = (branches: readonly Branch[]): Html =>
  html`<ol>${branches.map(
    ({ code, number, nested }) =>
      html`<li><a href="#code-${number}" class="${colourClass(code)}"><i aria-hidden="true"></i><span dir="auto">${code.name}</span></a>${nested.length === 0 ? '' : contents(nested)}</li>`,
  )}</ol>`;

const spans = (parts: readonly string[]): Html =>
  html`${parts.map((part, at) => html`${at > 0 ? ' · ' : ''}<span dir="auto">${part}</span>`)}`;

const heading = (name: string, depth: number): Html => {
  const tag = new Html(`h${Math.min(depth + 2, 6)}`);
  return html`<${tag} dir="auto">${name}</${tag}>`;
};

const quoteOf = (code: CodebookCode): Html =>
  code.example === null
    ? html``
    : html`<div><dt>${exampleLabel}</dt><dd><figure><blockquote dir="auto">${code.example.text}</blockquote><figcaption dir="auto">${attribution(code)}</figcaption></figure></dd></div>`;

const entry = ({ code, number, nested }: Branch, options: CodebookOptions): Html => {
  const parts = writtenParts(code).map(
    ({ label, text }) => html`<div><dt>${label}</dt><dd dir="auto">${text}</dd></div>`,
  );
  const quote = options.quotes ? quoteOf(code) : html``;
  const list = parts.length === 0 && quote.markup === '' ? '' : html`<dl>${parts}${quote}</dl>`;
  return html`
<article id="code-${number}" class="${colourClass(code)}">
<header>${heading(code.name, code.depth)}<p class="meta">${spans(metaOf(code, options))}</p></header>
${parts.length === 0 ? html`<p class="none">${undefinedYet}</p>` : ''}${list}
${nested.map((branch) => entry(branch, options))}</article>`;
};

const styleHash = createHash('sha256').update(codebookStyle).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

const page = (codebook: Codebook, options: CodebookOptions): Html => {
  const branches = grow(codebook.codes);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Understory">
<title>${codebook.project}, codebook</title>
<style>${new Html(codebookStyle)}</style>
</head>
<body>
<header><p class="kind">Codebook</p><h1 dir="auto">${codebook.project}</h1><p class="about">${spans(aboutLines(codebook))}</p></header>
<nav aria-labelledby="contents"><h2 id="contents">Codes</h2>${contents(branches)}</nav>
<main>${branches.map((branch) => entry(branch, options))}</main>
</body>
</html>
`;
};

/**
 * The codebook as one web page that needs nothing else: no script, no remote content (its own policy
 * forbids both), light and dark, readable on paper, by keyboard and by screen reader.
 */
export const codebookToHtml: CodebookExporter = (codebook, options) =>
  textFile(page(codebook, options).markup);
