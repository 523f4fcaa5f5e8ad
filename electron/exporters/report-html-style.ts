/** How a report looks as a page: as print does, light and dark on the screen, light on paper. */
export const reportStyle = `
:root{color-scheme:light dark;--page:#fff;--ink:#1f1f1f;--soft:#595959;--rule:#8c8c8c}
@media screen and (prefers-color-scheme:dark){:root{--page:#1b1a18;--ink:#ece8e1;--soft:#b9b2a7;--rule:#7d766c}}
*{box-sizing:border-box}
html{font:18px/1.6 'Source Serif 4',Cambria,Georgia,'Times New Roman',serif;background:var(--page);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:44rem;padding:48px 24px 96px}
h1,h2,h3,h4,.about,.counts,figcaption,table{font-family:Inter,Calibri,system-ui,-apple-system,'Segoe UI',sans-serif}
h1,h2,h3,h4{line-height:1.25;margin:0;overflow-wrap:anywhere;text-wrap:balance}
h1{font-size:2rem}
h2{font-size:1.4rem;margin-top:2.6rem}
h3{font-size:1.15rem;margin-top:2rem}
h4{font-size:1rem;margin-top:1.6rem}
p,ul,ol{margin:.7rem 0 0;overflow-wrap:anywhere}
li{margin-top:.35rem}
.about,.counts{color:var(--soft);font-size:.85rem}
figure{margin:1.2rem 0 0;padding:0 1.8rem}
blockquote{margin:0;font-style:italic;white-space:pre-line;overflow-wrap:anywhere}
.apart{margin:.9rem 0 0;padding:0 1.8rem;font-style:normal}
figcaption{color:var(--soft);font-size:.8rem;margin-top:.25rem}
.scroll{overflow-x:auto;margin-top:1rem}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.45;border-block:2px solid var(--rule)}
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--rule);overflow-wrap:break-word}
th{font-weight:600}
tbody th{font-weight:400}
table figure{margin:0;padding:0}
.claims>li{margin-top:.9rem}
.claims p{color:var(--soft);font-size:.9rem;margin-top:.2rem}
@media (max-width:560px){figure,.apart{padding:0 .8rem}}
@media print{
@page{size:A4;margin:22mm;@bottom-right{content:counter(page);font:8.5pt Calibri,sans-serif;color:#595959}}
html{font-size:11pt}
body{max-width:none;padding:0}
h1,h2,h3,h4{break-after:avoid}
figure,tr,.claims>li{break-inside:avoid}
.counts{break-after:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
p,blockquote{orphans:3;widows:3}
}
`;
