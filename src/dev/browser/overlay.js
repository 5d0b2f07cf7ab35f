/**
 * What the preview shows over a page: errors and later warnings of builds, the mark of a draft, a lost connection. It is
 * the property `overlay` of the element `utterson-overlay`.
 *
 * Where they stand, a page has this as a plain script that names them, so that they are there before the page is
 * painted; `client.js`, which comes when the page is parsed, imports it, and finds what is there already.
 */
(() => {
  const sheetText = `
:host { all: initial; --paper: #ffffff; --ink: #1d2127; --soft: #5b6570; --line: #dde1e6; --well: #f5f6f8; --mark: #fde8e6;
  --red: #b3261e; --amber: #8a5a00; --link: #0a56b8; --shade: rgb(20 24 30 / .45);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--ink) }
@media (prefers-color-scheme: dark) { :host { --paper: #1c2026; --ink: #e9ecf0; --soft: #a0a9b4; --line: #363d47; --well: #14171b;
  --mark: #47231f; --red: #ff8a80; --amber: #f0b95b; --link: #8bbcff; --shade: rgb(0 0 0 / .6) } }
* { box-sizing: border-box }
.shade { position: fixed; inset: 0; z-index: 2147483647; background: var(--shade); display: flex; justify-content: center;
  align-items: flex-start; padding: clamp(12px, 6vh, 64px) 16px; overflow-y: auto }
.panel { width: 100%; max-width: 860px; background: var(--paper); border-radius: 10px; box-shadow: 0 18px 60px rgb(0 0 0 / .35);
  overflow: hidden; outline: none }
header { display: flex; align-items: center; gap: 12px; padding: 14px 12px 14px 24px; border-bottom: 1px solid var(--line) }
h1 { all: unset; flex: 1; font-weight: 650; color: var(--red) }
.warning h1, .pill.problem.warning { color: var(--amber) }
button { all: unset; cursor: pointer; border-radius: 6px; padding: 4px 10px; color: var(--soft) }
button:hover { background: var(--well); color: var(--ink) }
button:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
section { padding: 18px 24px 20px }
section + section { border-top: 1px solid var(--line) }
.message { font-size: 17px; font-weight: 600; line-height: 1.4; margin: 0 0 6px; white-space: pre-wrap; overflow-wrap: anywhere }
.hint { margin: 0 0 6px; color: var(--soft) }
a { color: var(--link); text-decoration: none; overflow-wrap: anywhere }
a:hover { text-decoration: underline }
.place, .via, pre { font: 13px/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
pre { margin: 12px 0 0; padding: 10px 0; background: var(--well); border-radius: 8px; overflow-x: auto; tab-size: 4 }
.rows { display: inline-block; min-width: 100% }
.row { display: block; padding: 0 16px 0 0; white-space: pre }
.row.marked { background: var(--mark) }
.number { display: inline-block; width: 4.5em; padding-right: 1.4em; text-align: right; color: var(--soft); user-select: none }
.caret { color: var(--red); font-weight: 700 }
.via { margin: 12px 0 0; padding: 0; list-style: none; color: var(--soft) }
footer { padding: 12px 24px; border-top: 1px solid var(--line); color: var(--soft); font-size: 13.5px }
.pill { position: fixed; z-index: 2147483646; bottom: 14px; border-radius: 99px; padding: 5px 14px; font-size: 13px; font-weight: 600;
  background: var(--paper); color: var(--ink); box-shadow: 0 2px 14px rgb(0 0 0 / .3) }
.pill.problem { left: 14px; color: var(--red) }
.pill.draft { right: 14px; pointer-events: none; background: #8a5a00; color: #fff }
.pill.lost { left: 50%; transform: translateX(-50%); pointer-events: none }
`;

  /** A document's own markup must neither style this nor be disturbed by it, hence the shadow root outside of `body`. */
  function createRoot(host) {
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetText);
    root.adoptedStyleSheets = [sheet];
    document.documentElement.append(host);
    return root;
  }

  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    Object.assign(element, properties);
    element.append(...children.filter((child) => child !== undefined));
    return element;
  }

  function createOverlay(host) {
    const root = createRoot(host);
    let known = '[]';
    let lostTimer;

    function clear() {
      for (const element of root.querySelectorAll('.shade, .pill.problem')) element.remove();
    }

    function open(problems) {
      clear();
      const shade = make('div', { className: areWarnings(problems) ? 'shade warning' : 'shade' });
      const panel = drawPanel(problems, () => collapse(problems));
      shade.append(panel);
      shade.addEventListener('click', (event) => event.target === shade && collapse(problems));
      root.append(shade);
      for (const caret of shade.querySelectorAll('.caret')) showCaret(caret);
    }

    function collapse(problems) {
      clear();
      const kind = areWarnings(problems) ? 'pill problem warning' : 'pill problem';
      const pill = make('button', { className: kind, textContent: titleOf(problems) });
      pill.addEventListener('click', () => open(problems));
      root.append(pill);
    }

    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && root.querySelector('.shade')) collapse(JSON.parse(known));
    });

    return {
      markDraft() {
        root.append(make('div', { className: 'pill draft', textContent: 'Draft' }));
      },
      showProblems(problems) {
        const text = JSON.stringify(problems);
        if (text === known) return;
        const isOpen = root.querySelector('.shade.warning') !== null;
        known = text;
        if (problems.length === 0) clear();
        // Warnings wait in their corner to be looked at, but for where they may be why the page is gone.
        else if (areWarnings(problems) && !isOpen && !isMissing()) collapse(problems);
        else open(problems);
      },
      showLost(isLost) {
        if (isLost && lostTimer !== undefined) return;
        clearTimeout(lostTimer);
        lostTimer = undefined;
        root.querySelector('.pill.lost')?.remove();
        if (!isLost) return;
        const pill = make('div', { className: 'pill lost', textContent: 'The preview server is away; waiting for it' });
        lostTimer = setTimeout(() => root.append(pill), 1_500);
      },
    };
  }

  /** A place far to the right of a long line is brought into view. */
  function showCaret(caret) {
    const frame = caret.closest('pre');
    const beyond = caret.getBoundingClientRect().right - frame.getBoundingClientRect().left - frame.clientWidth * 0.9;
    if (beyond > 0) frame.scrollLeft = beyond + frame.clientWidth * 0.4;
  }

  const isMissing = () => performance.getEntriesByType('navigation')[0]?.responseStatus === 404;

  const areWarnings = (problems) => problems.every(({ isWarning }) => isWarning);

  function titleOf(problems) {
    if (areWarnings(problems)) return problems.length === 1 ? '1 warning' : `${problems.length} warnings`;
    return problems.length === 1
      ? 'The site could not be built'
      : `The site could not be built: ${problems.length} errors`;
  }

  function drawPanel(problems, onHide) {
    const hide = make('button', { type: 'button', textContent: 'Hide', title: 'Show the page (Esc)' });
    hide.addEventListener('click', onHide);
    const panel = make(
      'div',
      { className: 'panel', role: 'alertdialog', ariaLabel: titleOf(problems), tabIndex: -1 },
      make('header', {}, make('h1', { textContent: titleOf(problems) }), hide),
      ...problems.map(drawProblem),
      make('footer', {
        textContent: `${areWarnings(problems) ? 'The site is built all the same.' : 'Beneath is the last good page.'} This goes away by itself when the file is mended.`,
      }),
    );
    return panel;
  }

  function drawProblem(problem) {
    return make(
      'section',
      {},
      make('p', { className: 'message', textContent: problem.message }),
      problem.hint && make('p', { className: 'hint', textContent: problem.hint }),
      problem.place && make('div', { className: 'place' }, drawPlace(problem.place)),
      problem.frame.length > 0 ? drawFrame(problem) : undefined,
      problem.via.length > 0 ? drawVia(problem.via) : undefined,
    );
  }

  function drawPlace(place) {
    if (!place.link) return place.label;
    return make('a', { href: place.link, textContent: place.label, title: 'Open in the editor' });
  }

  function drawFrame(problem) {
    const rows = make('div', { className: 'rows' });
    for (const line of problem.frame) {
      const number = make('span', { className: 'number', textContent: String(line.number) });
      rows.append(make('span', { className: line.isMarked ? 'row marked' : 'row' }, number, line.text || ' '));
      if (!line.isMarked || !problem.column) continue;
      const before = line.text.slice(0, problem.column - 1).replace(/[^\t]/g, ' ');
      const gutter = make('span', { className: 'number', textContent: ' ' });
      rows.append(
        make(
          'span',
          { className: 'row marked' },
          gutter,
          before,
          make('span', { className: 'caret', textContent: '^' }),
        ),
      );
    }
    return make('pre', {}, rows);
  }

  function drawVia(places) {
    return make('ul', { className: 'via' }, ...places.map((place) => make('li', {}, 'from ', drawPlace(place))));
  }

  const early = document.currentScript;
  if (document.querySelector('utterson-overlay') === null) {
    const host = document.createElement('utterson-overlay');
    host.overlay = createOverlay(host);
  }
  if (early) {
    document.querySelector('utterson-overlay').overlay.showProblems(JSON.parse(early.dataset.problems));
    early.remove();
  }
})();
