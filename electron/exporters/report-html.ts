import { createHash } from 'node:crypto';
import { assertNever } from '#shared/model/assert-never.ts';
import type {
  Block,
  ListItem,
  Run,
  ThemeRow,
  WrittenClaim,
  WrittenQuote,
  WrittenReport,
} from '#shared/model/written.ts';
import { textFile } from './exported.ts';
import { Html, html } from './html.ts';
import type { ReportExporter } from './report.ts';
import { reportStyle } from './report-html-style.ts';
import {
  aboutReport,
  inMarks,
  noQuote,
  paragraphsIn,
  restsOnWords,
  tableHeaders,
} from './report-wording.ts';

const styleHash = createHash('sha256').update(reportStyle).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

const lines = (text: string): Html =>
  html`${text.split('\n').map((line, at) => html`${at > 0 ? new Html('<br>') : ''}${line}`)}`;

const run = ({ text, bold, italic }: Run): Html => {
  const slanted = italic ? html`<em>${lines(text)}</em>` : lines(text);
  return bold ? html`<strong>${slanted}</strong>` : slanted;
};

const runs = (all: readonly Run[]): Html => html`${all.map(run)}`;

const quotation = ({ text, who }: WrittenQuote): Html =>
  html`<figure><blockquote dir="auto">${inMarks(text)}</blockquote><figcaption dir="auto">${who}</figcaption></figure>`;

/** The items from `from` on that are at least this deep, as a list, and where the next one stands. */
const nest = (items: readonly ListItem[], from: number, depth: number): [Html, number] => {
  const tag = new Html(items[from]?.ordered === true ? 'ol' : 'ul');
  const entries: Html[] = [];
  let at = from;
  for (let item = items[at]; item !== undefined && item.depth >= depth; item = items[at]) {
    const words = item.depth === depth ? runs(item.runs) : html``;
    if (item.depth === depth) at += 1;
    const isDeeper = (items[at]?.depth ?? -1) > depth;
    const [inner, next] = isDeeper ? nest(items, at, depth + 1) : [html``, at];
    entries.push(html`<li dir="auto">${words}${inner}</li>`);
    at = next;
  }
  return [html`<${tag}>${entries}</${tag}>`, at];
};

const row = ({ theme, span, subtheme, quote, counts }: ThemeRow, hasCounts: boolean): Html => {
  const head =
    span === 0
      ? ''
      : html`<th scope="${span > 1 ? 'rowgroup' : 'row'}" rowspan="${span}" dir="auto">${theme}</th>`;
  return html`<tr>${head}<td dir="auto">${subtheme}</td>${hasCounts ? html`<td>${counts}</td>` : ''}<td>${quote === null ? noQuote : quotation(quote)}</td></tr>`;
};

const table = (block: Extract<Block, { readonly type: 'theme table' }>): Html =>
  html`<div class="scroll"><table><thead><tr>${tableHeaders(block).map((header) => html`<th scope="col">${header}</th>`)}</tr></thead><tbody>${block.rows.map((each) => row(each, block.hasCounts))}</tbody></table></div>`;

const claim = ({ statement, restsOn }: WrittenClaim): Html =>
  html`<li dir="auto">${lines(statement)}${paragraphsIn(restsOnWords(restsOn)).map((each) => html`<p>${lines(each)}</p>`)}</li>`;

const written = (block: Block): Html => {
  switch (block.type) {
    case 'heading': {
      // The title is the only heading of the first level.
      const tag = new Html(`h${block.level + 1}`);
      return html`<${tag} dir="auto">${block.text}</${tag}>`;
    }
    case 'paragraph':
      return html`<p dir="auto">${runs(block.runs)}</p>`;
    case 'set apart':
      return html`<blockquote class="apart" dir="auto">${runs(block.runs)}</blockquote>`;
    case 'list':
      return nest(block.items, 0, 0)[0];
    case 'quote':
      return quotation(block.quote);
    case 'counts':
      return html`<p class="counts">${block.text}</p>`;
    case 'theme table':
      return table(block);
    case 'claims':
      return html`<ol class="claims">${block.claims.map(claim)}</ol>`;
    default:
      return assertNever(block);
  }
};

const page = (report: WrittenReport): Html => html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Understory">
<title>${report.name}</title>
<style>${new Html(reportStyle)}</style>
</head>
<body>
<header><h1 dir="auto">${report.name}</h1><p class="about" dir="auto">${aboutReport(report).join(' · ')}</p></header>
<main>${report.parts.map(
  ({ blocks }) => html`
<section>${blocks.map(
    (block) => html`
${written(block)}`,
  )}
</section>`,
)}
</main>
</body>
</html>
`;

/** A report as one web page that needs nothing else: no script, no remote content; made to be printed. */
export const reportToHtml: ReportExporter = (report) => textFile(page(report).markup);
