import { createHash } from 'node:crypto';
import type { PpiLogDocument } from '#shared/model/ppi-log.ts';
import { codebookStyle } from './codebook-html-style.ts';
import { textFile } from './exported.ts';
import { Html, html } from './html.ts';
import type { PpiLogExporter } from './ppi-log.ts';
import {
  aboutLog,
  blocksOfProse,
  draftMark,
  noOutcomes,
  type OutcomeRow,
  outcomeRows,
  outcomesHeading,
  type ProseBlock,
  ppiLogTitle,
} from './ppi-log-words.ts';

const style = `${codebookStyle}
@media (min-width:1000px){body{display:block;max-width:880px}}
h2{margin:36px 0 12px}
.prose p,.prose ul{margin:0 0 12px;white-space:pre-line;overflow-wrap:anywhere}
table{width:100%;border-collapse:collapse;font-size:15px}
th,td{padding:8px 12px 8px 0;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top;overflow-wrap:anywhere}
td{white-space:pre-line}
`;
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

const row = ({ when, on, who, said, outcome, note }: OutcomeRow): Html =>
  html`<tr><td dir="auto">${on}</td><td dir="auto">${said}<br><span class="meta">${who}</span></td><td dir="auto"><strong>${outcome}.</strong> ${note}<br><span class="meta">${when}</span></td></tr>`;

const table = (log: PpiLogDocument): Html =>
  log.decided.length === 0
    ? html`<p class="none">${noOutcomes}</p>`
    : html`<table><thead><tr><th scope="col">Theme</th><th scope="col">What was said</th><th scope="col">What came of it</th></tr></thead><tbody>${outcomeRows(log).map(row)}</tbody></table>`;

const prose = (block: ProseBlock): Html =>
  block.type === 'paragraph'
    ? html`<p dir="auto">${block.text}</p>`
    : html`<ul>${block.items.map((item) => html`<li dir="auto">${item}</li>`)}</ul>`;

const page = (log: PpiLogDocument): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Understory">
<title>${log.project}, public involvement log</title>
<style>${new Html(style)}</style>
</head>
<body>
<header><p class="kind">${ppiLogTitle}</p><h1 dir="auto">${log.project}</h1><p class="about">${aboutLog(log).join(' · ')}</p></header>
<main>${log.items.map(
  ({ name, words, isDraft }) =>
    html`<section class="prose"><h2>${name}</h2>${isDraft ? html`<p class="none">${draftMark}</p>` : ''}${blocksOfProse(words).map(prose)}</section>`,
)}<section><h2>${outcomesHeading}</h2>${table(log)}</section></main>
</body>
</html>
`;

/** The log as one web page that needs nothing else: no script, no remote content. */
export const ppiLogToHtml: PpiLogExporter = (log) => textFile(page(log).markup);
