'use strict';
// The worksheet page's script, in parts that share their names: page.base.js (elements, parts that wait, places), page.notes.js (what
// people note), page.claims.js, page.findings.js, page.js (the rest, and the start). Without it the page can be read; with it, it can
// be worked on.
const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];

const DATA = JSON.parse($('#data').textContent);

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function say(text) {
  $('#say').textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { $('#say').textContent = ''; }, 6000);
}

// ---- parts that wait: in a large bundle most cards and texts stand in noscript elements, which are plain text here. They become
// elements when somebody comes near, asks for them or prints, and for the rest when the browser is idle.

const waiting = new Set($$('main noscript'));
const onFilled = [];  // what to do with the element whose part was filled in

function fill(part) {
  waiting.delete(part);
  const home = part.parentNode;
  part.outerHTML = part.textContent;
  for (const act of onFilled) act(home);
}

function fillIn(home) {
  if (!waiting.size) return;
  for (const part of $$('noscript', home)) if (waiting.has(part)) fill(part);
}

function fillAll() { for (const part of waiting) fill(part); }

const whenIdle = window.requestIdleCallback || (run => setTimeout(() => run({timeRemaining: () => 10}), 50));
function fillIdly(deadline) {
  for (const part of waiting) {
    fill(part);
    if (deadline.timeRemaining() < 4) break;
  }
  if (waiting.size) whenIdle(fillIdly, {timeout: 1000});
}

// ---- places

// What an anchor names: a claim's row (c3-f7), its place in the text (t3-f7), a card (s3-12) or any other element.
function find(anchor) {
  const [, kind, number] = /^([cts])(\d+)-/.exec(anchor) || [];
  if (kind) fillIn((kind === 't' ? $('#d' + number) : $('#sheets .sheet[data-d="' + number + '"]')) || $('#sheets'));
  return document.getElementById(anchor);
}

// Goes there and stays there. What stands above is laid out only when it comes near (content-visibility), and moves the place while
// it does: the place is set again until it rests, or the reader does something.
let landing = 0;
const FRAMES_AT_REST = 4;
const MOST_FRAMES = 120;
function land(target, block = 'start') {
  const mine = ++landing;
  let last = NaN;
  let rest = 0;
  let frames = 0;
  const step = () => {
    if (mine !== landing) return;
    target.scrollIntoView({block, behavior: 'instant'});
    const top = target.getBoundingClientRect().top;
    rest = Math.abs(top - last) < 1 ? rest + 1 : 0;
    last = top;
    if (rest < FRAMES_AT_REST && ++frames < MOST_FRAMES) requestAnimationFrame(step);
  };
  step();
}
for (const act of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(act, () => { landing++; }, {capture: true, passive: true});

function goTo(anchor) {
  const target = find(anchor);
  if (!target) return false;
  for (let fold = target.closest('details'); fold; fold = fold.parentNode.closest('details')) fold.open = true;
  const place = /^[ct]\d+-/.test(anchor) ? target.closest('.claim') || target.nextElementSibling || target : target;
  for (let home = place; home; home = home.parentElement) home.hidden = false;  // what is asked for by name is shown, whatever the filters say
  land(place, target === place && !/^[ct]\d+-/.test(anchor) ? 'start' : 'center');
  return true;
}

// Keeps what the reader looks at in its place while `change` moves what stands above it.
function holding(seen, change) {
  const before = seen.getBoundingClientRect().top;
  change();
  scrollBy({top: seen.getBoundingClientRect().top - before, behavior: 'instant'});
}
