/** Where a payload reports to when it runs; the other signs are a dialog and `window.__xss`. */
export const CANARY = '/xss-canary';

const run = `__xss=1;fetch('${CANARY}')`;

/** Text that runs as script where anybody forgets to escape: one for each place in a page where text can end up. */
export const CORPUS: readonly string[] = [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `"><svg/onload=${run}>`,
  `'><img src=x onerror=${run}>`,
  `" autofocus onfocus="${run}" x="`,
  `' onmouseover='${run}' style='position:fixed;inset:0'`,
  `</script><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `</textarea><img src=x onerror=${run}>`,
  `<!--><img src=x onerror=${run}>-->`,
  `<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>`,
  `<details open ontoggle=${run}>x</details>`,
  `<a href="javascript:${run}">點我 click</a>`,
  `[點我](javascript:${run}) ![x](${CANARY})`,
  `javascript:${run}`,
  `<style>@import '${CANARY}';</style>`,
  `</style><link rel=stylesheet href=${CANARY}>`,
  `x" style="background:url(${CANARY})" y="`,
  `<math><mtext><img src=x onerror=${run}></mtext></math>`,
  `<object data="${CANARY}"></object><embed src="${CANARY}">`,
  `<meta http-equiv=refresh content="0;url=${CANARY}">`,
  `\${${run}} {{constructor.constructor('${'__xss=1'}')()}}`,
  `{{name}} $t(nav.projects) <%= 7*7 %>`,
  `＜script＞${run}＜/script＞ ﹤img src=x﹥`,
  `\\u003cimg src=x onerror=${run}\\u003e &lt;b&gt; &#60;i&#62;`,
  `\u202e<img src=x onerror=${run}>\u202c`,
  `<form action="${CANARY}"><button formaction="javascript:${run}">會議</button>`,
];

/** Addresses that a page must not follow: refused where a link is asked for. */
export const BAD_LINKS: readonly string[] = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java\tscript:${run}`,
  ` javascript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `vbscript:msgbox(1)`,
  `blob:https://example.test/x`,
  `//evil.test/${CANARY}`,
  `file:///etc/passwd`,
];
