import { escapeHtml } from '@convener/platform';
import type { PrintedBlock, PrintedLink, PrintedMail } from './printed-mail';

/** Colours that also hold in the dark; programs that know neither rule show plain black on white. */
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 16px; background: #ffffff; color: #1f1f1f; font: 15px/1.6 sans-serif; }
main { max-width: 600px; margin: 0 auto; }
h2 { margin: 24px 0 8px; font-size: 16px; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 12px; }
a { color: #0958d9; }
small { color: #595959; }
.preheader { display: none; max-height: 0; overflow: hidden; }
@media (prefers-color-scheme: dark) {
  body { background: #141414; color: #e8e8e8; }
  a { color: #69b1ff; }
  small { color: #a6a6a6; }
}`;

/** The HTML of a mail: no tables, no pictures, nothing that asks another server. */
export function mailHtml({ locale, preheader, opening, blocks, inbox, footer }: PrintedMail): string {
  const parts = [
    // The style beside the class: some programs drop style elements.
    `<div class="preheader" style="display:none">${escapeHtml(preheader)}</div>`,
    ...opening.map((line) => `<p>${escapeHtml(line)}</p>`),
    ...blocks.map(block),
    `<p>${anchor(inbox.label, inbox.link)}</p>`,
    `<p><small>${footer.map(({ label, link }: PrintedLink) => anchor(label, link)).join(' · ')}</small></p>`,
  ];
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<style>${STYLE}\n</style>`,
  ];
  return `<!doctype html>
<html lang="${locale}">
<head>
${head.join('\n')}
</head>
<body>
<main>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

function block({ heading, lines }: PrintedBlock): string {
  const items = lines.map(
    ({ title, due, link }) => `<li>${anchor(title, link)}<br><small>${escapeHtml(due)}</small></li>`,
  );
  return `<h2>${escapeHtml(heading)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
}

function anchor(text: string, link: string): string {
  return `<a href="${escapeHtml(link)}">${escapeHtml(text)}</a>`;
}
