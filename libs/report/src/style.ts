/** Each text has a contrast of at least 4.5 to what it stands on. */
const light = `
  --page: #ffffff; --panel: #f6f8fa; --text: #1f2328; --soft: #57606a; --line: #d0d7de;
  --link: #0550ae; --good: #116329; --warn: #7a4b00; --bad: #a40e26;`;

const dark = `
  --page: #0d1117; --panel: #161b22; --text: #e6edf3; --soft: #a5afba; --line: #30363d;
  --link: #79b8ff; --good: #56d364; --warn: #e3b341; --bad: #ff938a;`;

const frame = `
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 84rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 1px solid var(--line); }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
main:focus { outline: none; }
.site { margin: 0 0 .5rem; font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .25rem 0; }
nav a[aria-current] { color: var(--text); font-weight: 600; text-decoration-thickness: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .5rem; z-index: 1; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }`;

const text = `
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
h1, h2, h3, p, li, dd, code { overflow-wrap: anywhere; }
p, main ul { max-width: 46rem; }
code { font: .875em ui-monospace, monospace; }
.soft { color: var(--soft); }
.note { border-left: 4px solid var(--line); padding-left: 1rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: .75rem; margin: 1rem 0; }
.facts div { border: 1px solid var(--line); border-radius: .375rem; background: var(--panel); padding: .75rem 1rem; }
.facts dt { color: var(--soft); font-size: .875rem; }
.facts dd { margin: 0; font-weight: 600; }
.legend { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1rem 0; max-width: 60rem; }
.legend dd { margin: 0; }
.mark { display: inline-flex; align-items: center; gap: .375rem; font-weight: 600; white-space: nowrap; }
.mark svg { width: 1rem; height: 1rem; flex: none; fill: currentColor; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); } .quiet { color: var(--soft); }`;

const tables = `
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .875rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border: 1px solid var(--line); min-width: 6rem; max-width: 26rem; overflow-wrap: break-word; }
thead th { background: var(--panel); }
tbody th { font-weight: 600; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.matrix th, .matrix td { min-width: 7.25rem; padding: .5rem; }
.matrix tbody th { position: sticky; left: 0; background: var(--page); max-width: 9rem; }
.matrix small { display: block; color: var(--soft); font-size: .75rem; }
.matrix .mark { white-space: normal; }
.matrix a { display: block; padding: .125rem 0; }
.picture img { display: block; max-width: none; background: #ffffff; }`;

const narrow = `
header, main, footer { padding: .75rem; }
td { min-width: 12rem; }
.figure { min-width: 6rem; }
.legend { grid-template-columns: 1fr; gap: 0; }
.legend dd { margin-bottom: .5rem; }`;

const print = `
@page { size: A4 landscape; margin: 12mm; }
:root { font-size: 9pt; }
header, main, footer { max-width: none; padding: 0; }
nav, .skip { display: none; }
a { color: inherit; text-decoration: none; }
h2, h3, caption { break-after: avoid; }
tr, .facts div { break-inside: avoid; }
.scroll { overflow: visible; }
.picture img { max-width: 100%; height: auto; }
table, .matrix small { font-size: 7pt; }
th, td, .matrix th, .matrix td { min-width: 0; padding: 1mm; max-width: none; }
.figure, .mark { white-space: normal; }
.matrix tbody th { position: static; }
.legend { grid-template-columns: max-content 1fr; gap: 0 1rem; }`;

/** The one style of all pages. */
export const style = `
:root { color-scheme: light dark; ${light} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
${frame}
${text}
${tables}
@media (max-width: 40rem) { ${narrow} }
@media print { :root { color-scheme: light; ${light} } ${print} }
`;
