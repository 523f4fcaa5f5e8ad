import { codePalette } from '#shared/model/code-palette.ts';

const swatches = (ground: 'light' | 'dark'): string =>
  codePalette.map((colour, at) => `.c${at}{--c:${colour[ground]}}`).join('');

const lightGround =
  '--page:#fbfaf8;--ink:#2a2825;--soft:#6b665f;--rule:#e4e0da;--quiet:#f3f0eb;--link:#7a4a12;';
const darkGround =
  '--page:#1b1a18;--ink:#e9e5df;--soft:#a8a29a;--rule:#37342f;--quiet:#24221f;--link:#e0b074;';

/** How a codebook looks as a page: light and dark as the reader's system is, light on paper. */
export const codebookStyle = `
:root{color-scheme:light dark;${lightGround}}
${swatches('light')}
@media screen and (prefers-color-scheme:dark){:root{${darkGround}}${swatches('dark')}}
*{box-sizing:border-box}
html{font:16px/1.6 Inter,system-ui,-apple-system,'Segoe UI',sans-serif;background:var(--page);color:var(--ink);scroll-padding-top:24px;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:1120px;padding:48px 32px 96px;display:grid;grid-template-columns:minmax(0,1fr);gap:0 56px}
header{padding-bottom:24px;margin-bottom:8px;border-bottom:1px solid var(--rule)}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:0;overflow-wrap:anywhere;text-wrap:balance}
h1{font-size:34px;letter-spacing:-.015em}
h2{font-size:24px;letter-spacing:-.01em}h3{font-size:20px}h4{font-size:18px}h5,h6{font-size:16px}
p{margin:0}
.kind{font-size:13px;font-weight:600;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin-bottom:4px}
.about,.meta{color:var(--soft);font-size:14px;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.about{margin-top:8px}
a{color:inherit;text-decoration-color:var(--soft);text-underline-offset:3px}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
nav{font-size:14px;line-height:1.4;padding:20px 0;border-bottom:1px solid var(--rule)}
nav h2{font-size:13px;font-weight:600;letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin-bottom:8px}
nav ol{list-style:none;margin:0;padding:0}
nav ol ol{padding-inline-start:18px}
nav a{display:flex;gap:8px;align-items:baseline;padding:3px 0;text-decoration:none;overflow-wrap:anywhere}
nav a:hover span{text-decoration:underline}
nav i{flex:none;width:10px;height:10px;border-radius:3px;background:var(--c)}
article{padding-top:36px}
article article{padding-top:28px}
article>header{display:block;border:0;margin:0 0 12px;padding:0;padding-inline-start:14px;border-inline-start:5px solid var(--c)}
dl{margin:0}
dl>div{display:grid;grid-template-columns:128px minmax(0,1fr);gap:0 20px}
dl>div+div{margin-top:8px}
dt{color:var(--soft);font-size:14px;padding-top:2px}
dd{margin:0;max-width:68ch;white-space:pre-line;overflow-wrap:anywhere}
.none{color:var(--soft);font-style:italic}
figure{margin:0}
blockquote{margin:0;padding:10px 16px;background:var(--quiet);border-radius:6px;font-family:'Source Serif 4',Georgia,'Times New Roman',serif;font-size:17px}
figcaption{color:var(--soft);font-size:14px;margin-top:4px;white-space:normal}
main>article+article{margin-top:36px;border-top:1px solid var(--rule)}
@media (min-width:1000px){
body{grid-template-columns:264px minmax(0,1fr)}
body>header{grid-column:1/-1}
nav{border:0;padding:28px 0;position:sticky;top:0;max-height:100vh;overflow:auto;align-self:start}
}
@media (max-width:560px){
body{padding:24px 16px 64px}
dl>div{grid-template-columns:minmax(0,1fr)}
}
@media print{
@page{margin:20mm}
:root{--page:#fff;--ink:#000;--soft:#555;--quiet:#f5f3ef}
html{font-size:10.5pt}
body{display:block;max-width:none;padding:0}
nav{border:0;font-size:9.5pt;columns:2;column-gap:10mm;break-after:page;position:static;max-height:none;overflow:visible}
nav h2{column-span:all}
nav a{break-inside:avoid;padding:1px 0}
a{text-decoration:none}
nav i,article>header,blockquote{-webkit-print-color-adjust:exact;print-color-adjust:exact}
article>header{break-inside:avoid;break-after:avoid}
h1,h2,h3,h4,h5,h6{break-after:avoid}
dl>div{break-inside:avoid}
}
`;
