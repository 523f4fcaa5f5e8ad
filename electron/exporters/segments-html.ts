import { createHash } from 'node:crypto';
import type { ListedSegment, SegmentList } from '#shared/model/segment-list.ts';
import { codebookStyle } from './codebook-html-style.ts';
import { textFile } from './exported.ts';
import { Html, html } from './html.ts';
import { aboutSegments, codedAs, placeOf } from './segment-columns.ts';
import type { SegmentsExporter } from './segments.ts';

const style = `${codebookStyle}
@media (min-width:1000px){body{display:block;max-width:820px}}
figure{margin:20px 0}
h2{margin-top:36px}
`;
const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

const quote = (segment: ListedSegment): Html =>
  html`<figure><blockquote dir="auto">${segment.text}</blockquote><figcaption dir="auto">${placeOf(segment)} · ${codedAs(segment)}${segment.memo === '' ? '' : html`<br>Memo: ${segment.memo}`}</figcaption></figure>`;

const page = (list: SegmentList): Html => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Understory">
<title>${list.project}, segments</title>
<style>${new Html(style)}</style>
</head>
<body>
<header><p class="kind">Segments</p><h1 dir="auto">${list.project}</h1><p class="about">${aboutSegments(list).join(' · ')}</p></header>
<main>${list.headings.map(
  ({ name, segments }) =>
    html`<section>${name === '' ? '' : html`<h2 dir="auto">${name}</h2>`}${segments.map(quote)}</section>`,
)}</main>
</body>
</html>
`;

/** Segments as one web page that needs nothing else: no script, no remote content. */
export const segmentsToHtml: SegmentsExporter = (list) => textFile(page(list).markup);
