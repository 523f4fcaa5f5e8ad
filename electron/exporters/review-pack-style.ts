/**
 * How a review pack looks: large type, large targets, one column. Everything is in rem, so that the
 * reader's own settings and the page's text size both reach it. On paper it is a booklet.
 */
export const reviewPackStyle = `
:root{color-scheme:light;--page:#fdfcfa;--ink:#1f1d1a;--soft:#57524b;--line:#8a8378;--quiet:#f2efe9;--strong:#164a5b;--on-strong:#fff;--pick:#e3eff3;--good:#1d5c36}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--page:#1b1a18;--ink:#ece8e1;--soft:#bdb6ab;--line:#8f887d;--quiet:#272521;--strong:#9fd0de;--on-strong:#0d2b35;--pick:#1f3a43;--good:#8fd6a8}}
:root.contrast{color-scheme:dark;--page:#000;--ink:#fff;--soft:#fff;--line:#fff;--quiet:#000;--strong:#ffe14d;--on-strong:#000;--pick:#332d00;--good:#ffe14d}
*{box-sizing:border-box}
html{font:118.75%/1.55 Verdana,'DejaVu Sans','Segoe UI',system-ui,sans-serif;background:var(--page);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
html.size-large{font-size:143.75%}
html.size-largest{font-size:175%}
body{margin:0 auto;max-width:44rem;padding:1rem 1.25rem 3rem;overflow-wrap:break-word}
[hidden]{display:none!important}
h1,h2,h3{line-height:1.3;margin:0;text-wrap:balance}
h1{font-size:1rem;font-weight:400;color:var(--soft)}
h2{font-size:1.65rem;margin-bottom:.75rem}
h2:focus{outline:none}
h3{font-size:1.15rem;margin:1.75rem 0 .5rem}
p,ol,ul{margin:0 0 1rem}
.prose{white-space:pre-line}
a{color:var(--strong);text-underline-offset:.2em}
button,summary,input[type=text],textarea,.choice{font:inherit;color:inherit;min-height:3rem}
button{padding:.5rem 1.1rem;border:2px solid var(--strong);border-radius:.5rem;background:var(--page);color:var(--strong);font-weight:700;line-height:1.25;cursor:pointer}
button.main{background:var(--strong);color:var(--on-strong)}
button[aria-pressed=true]{background:var(--strong);color:var(--on-strong)}
button:hover{text-decoration:underline}
:focus-visible{outline:4px solid var(--ink);outline-offset:3px;border-radius:.35rem}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.tools{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;padding-bottom:.75rem;margin-bottom:.75rem;border-bottom:2px solid var(--line)}
.tools fieldset{border:0;margin:0;padding:0;min-width:0;display:flex;gap:.35rem;align-items:center;flex-wrap:wrap}
.tools legend{float:left;padding:0 .5rem 0 0}
.tools button{min-width:3rem;font-size:.85rem}
#size-large{font-size:1.05rem}
#size-largest{font-size:1.3rem;line-height:1}
.tools .end{margin-inline-start:auto}
nav details{border:2px solid var(--line);border-radius:.5rem;margin:.75rem 0}
summary{padding:.7rem 1rem;font-weight:700;cursor:pointer}
nav ol{list-style:none;margin:0;padding:0 .5rem .5rem}
nav a{text-decoration:none;display:flex;flex-wrap:wrap;gap:0 .75rem;justify-content:space-between;align-items:center;min-height:3rem;padding:.4rem .6rem;border-radius:.35rem;color:var(--ink)}
nav a:hover span:first-child{text-decoration:underline}
nav a[aria-current]{background:var(--pick);font-weight:700;box-shadow:inset .3rem 0 var(--strong)}
.state{font-size:.85rem;font-weight:400;color:var(--soft)}
.state.done{color:var(--good);font-weight:700}
.state.done::before{content:'\\2713\\00a0'}
.progress{display:flex;gap:1rem;align-items:center;margin:0 0 1.25rem;color:var(--soft)}
.progress p{margin:0;white-space:nowrap}
progress{flex:1;min-width:4rem;height:.75rem;accent-color:var(--strong)}
.note{padding:.75rem 1rem;border:2px solid var(--line);border-inline-start:.5rem solid var(--strong);border-radius:.5rem;background:var(--quiet);margin-bottom:1.25rem}
figure{margin:0 0 1.25rem}
blockquote{margin:0;padding:.8rem 1.1rem;background:var(--quiet);border-inline-start:.4rem solid var(--strong);border-radius:0 .5rem .5rem 0;white-space:pre-line}
figcaption{margin-top:.35rem;padding-inline-start:1.5rem;color:var(--soft)}
fieldset.answer{border:0;margin:1.75rem 0 1.25rem;padding:0;min-width:0}
fieldset.answer legend,.label{font-weight:700;font-size:1.15rem;padding:0;margin-bottom:.6rem;display:block}
.choice{display:flex;align-items:center;gap:.85rem;padding:.6rem 1rem;margin-bottom:.6rem;border:2px solid var(--line);border-radius:.5rem;cursor:pointer}
.choice:has(:checked){background:var(--pick);border-color:var(--strong);box-shadow:inset 0 0 0 1px var(--strong);font-weight:700}
.choice:focus-within{outline:4px solid var(--ink);outline-offset:2px}
.choice input{flex:none;width:1.6rem;height:1.6rem;margin:0;accent-color:var(--strong)}
.choice input:focus-visible{outline:none}
.clear{border-color:transparent;font-weight:400;text-decoration:underline;padding-inline:.6rem}
input[type=text],textarea{display:block;width:100%;padding:.6rem .8rem;border:2px solid var(--line);border-radius:.5rem;background:var(--page);color:var(--ink)}
textarea{min-height:8rem;resize:vertical;line-height:1.5}
.hint{color:var(--soft);margin:-.35rem 0 .5rem}
.field{margin-bottom:1.5rem}
.moves{display:flex;flex-wrap:wrap;gap:.75rem;justify-content:space-between;margin-top:2rem;padding-top:1.25rem;border-top:2px solid var(--line)}
.moves button{flex:1 1 8rem;max-width:20rem;min-height:3.4rem;font-size:1.1rem}
.moves #next{margin-inline-start:auto}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin-bottom:.75rem}
.confirm{min-height:1.6em;font-weight:700;color:var(--good)}
.paper,.only-paper{display:none}
html:not(.live) .needs-script{display:none}
html:not(.live) .step+.step{margin-top:3rem;padding-top:2rem;border-top:2px solid var(--line)}
@media screen and (min-width:1180px){
html.live:not(.size-largest) body{max-width:66rem;display:grid;grid-template-columns:minmax(0,20rem) minmax(0,1fr);gap:0 2.5rem}
html.live:not(.size-largest) header{grid-column:1/-1}
html.live:not(.size-largest) nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto}
html.live:not(.size-largest) main{max-width:42rem;padding-top:.75rem}
}
@media (max-width:30rem){
html{line-height:1.5}
body{padding:.75rem .9rem 2.5rem}
.tools .end{margin-inline-start:0}
h2{font-size:1.4rem}
}
@media (forced-colors:active){
:root,:root.contrast{color-scheme:light dark;--page:Canvas;--ink:CanvasText;--soft:CanvasText;--line:CanvasText;--quiet:Canvas;--strong:ButtonText;--on-strong:ButtonFace;--pick:Canvas;--good:CanvasText}
button,button.main{background:ButtonFace;color:ButtonText;border-color:ButtonBorder}
.choice:has(:checked){border-color:Highlight;border-width:4px;padding:calc(.6rem - 2px) calc(1rem - 2px)}
nav a:hover span:first-child{text-decoration:underline}
nav a[aria-current]{outline:2px solid Highlight;outline-offset:-2px}
button[aria-pressed=true]{background:Highlight;color:HighlightText;forced-color-adjust:none}
button.main{border-width:4px}
blockquote{border:1px solid CanvasText;border-inline-start-width:.4rem}
}
@media print{
@page{size:A4;margin:16mm 18mm}
:root,:root.contrast{color-scheme:light;--page:#fff;--ink:#000;--soft:#222;--line:#000;--quiet:#fff;--strong:#000;--pick:#fff;--good:#000}
html,html.size-large,html.size-largest{font-size:14pt;line-height:1.45}
html.size-large{font-size:17pt}
html.size-largest{font-size:20pt}
body{max-width:none;padding:0}
.tools,nav,.progress,.moves,.screen,.note.screen,.clear,.state{display:none!important}
.paper,.only-paper{display:block}
.step[hidden],#role-other-field{display:block!important}
.step.screen{display:none!important}
.step{break-before:page}
.step.cover,#how-to{break-before:auto}
h2,h3,legend{break-after:avoid}
h1{font-size:26pt;font-weight:700;color:#000;margin-bottom:6mm}
figure,.choice,fieldset.answer,.field{break-inside:avoid}
figure{margin-bottom:3mm}
h3{margin-top:5mm}
fieldset.answer{margin:5mm 0 2mm}
.field{margin-bottom:3mm}
blockquote{border:0;border-inline-start:1mm solid #000;border-radius:0;padding:0 0 0 5mm}
figcaption{padding-inline-start:6mm}
.choice{border:0;padding:0;margin:0 0 2mm;min-height:10mm;background:none!important;box-shadow:none!important}
fieldset.answer:not(#about-you fieldset) .choice{display:inline-flex;margin-inline-end:10mm}
.choice input{appearance:none;-webkit-appearance:none;width:7mm;height:7mm;border:.6mm solid #000;border-radius:1mm}
.choice input:checked{border-width:2.8mm}
input[type=text],textarea{display:none}
.box{border:.5mm solid #000;border-radius:2mm;min-height:38mm;padding:3mm;white-space:pre-line;break-inside:avoid}
.box.line{min-height:13mm}
.code{font-weight:700}
.foot{margin:0 0 4mm;font-size:11pt}
.box+.foot{margin:2mm 0 0;break-before:avoid}
#overall .box{min-height:110mm}
}
`;
