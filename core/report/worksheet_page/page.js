'use strict';
// The worksheet page's script. Without it the page can be read; with it, it can be worked on. Notes are entries by
// "target:fingerprint"; they live in localStorage where the browser lets them, and leave the page by Export only.
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const STATES = ['to check', 'confirmed', 'wrong', 'changed', 'cannot be verified', 'not needed'];
  const SCHEMA = 'crosscheck.state/1';
  const bundle = document.body.dataset.bundle;
  const prefix = 'crosscheck:' + bundle + ':';
  const table = $('#findings-table');
  const findings = table ? $$('tbody', table) : [];
  const byArticle = $$('#sheets .sheet');
  const claimCount = byArticle.reduce((sum, sheet) => sum + Number(sheet.dataset.claims), 0);
  const entries = new Map();
  const history = [];
  let storage = null;

  // ---- storage

  function openStorage() {
    try {
      localStorage.setItem(prefix + '?', '1');
      localStorage.removeItem(prefix + '?');
      storage = localStorage;
    } catch (error) {
      storage = null;
    }
  }

  function load() {
    for (const given of JSON.parse($('#given').textContent)) {
      const {target, fingerprint, ...entry} = given;
      for (const field of Object.keys(entry)) if (!entry[field]) delete entry[field];
      entries.set(target + ':' + fingerprint, {...entry, changed: ''});
    }
    if (!storage) return;
    for (let i = 0; i < storage.length; i++) {
      const key = storage.key(i);
      if (!key.startsWith(prefix)) continue;
      try {
        entries.set(key.slice(prefix.length), JSON.parse(storage.getItem(key)));
      } catch (error) {
        // Not ours, or cut off by a full disk: left alone.
      }
    }
  }

  function store(key) {
    if (!storage) return;
    try {
      const entry = entries.get(key);
      if (entry) storage.setItem(prefix + key, JSON.stringify(entry));
      else storage.removeItem(prefix + key);
    } catch (error) {
      storage = null;
    }
  }

  function showSaved() {
    const time = new Date().toTimeString().slice(0, 5);
    $('#saved').textContent = storage ? 'saved ' + time + ', on this computer only'
      : 'this browser keeps nothing: export before you close';
  }

  function say(text) { $('#say').textContent = text; clearTimeout(say.timer); say.timer = setTimeout(() => { $('#say').textContent = ''; }, 6000); }

  // Sets an entry; `entry` undefined removes it. Remembers how to undo it.
  function put(key, entry, undoing) {
    if (!undoing) {
      history.push([key, entries.get(key)]);
      $('#undo').disabled = false;
    }
    if (entry) entries.set(key, entry);
    else entries.delete(key);
    store(key);
    showSaved();
    show(key);
  }

  function change(key, field, value) {
    const before = entries.get(key) || {};
    const after = {...before, [field]: value, changed: new Date().toISOString()};
    // Who set which state when: what it was before stays.
    if (field === 'state' && before.state && before.state !== value) {
      after.trail = [...(before.trail || []), {state: before.state, checked_by: before.checked_by || '', changed: before.changed || ''}];
    }
    put(key, after);
  }

  function undo() {
    const last = history.pop();
    if (!last) return;
    put(last[0], last[1], true);
    $('#undo').disabled = history.length === 0;
    say('undone');
  }

  // ---- parts that wait: in a large bundle most tables and texts stand in noscript elements, which are plain text here. They
  // become elements when somebody comes near, asks for them or prints, and for the rest when the browser is idle.

  const waiting = new Set($$('main noscript'));
  let sheetsLeft = $$('#sheets noscript').length;

  function fill(part) {
    waiting.delete(part);
    const sheet = part.parentNode.matches('.sheet') ? part.parentNode : null;
    part.outerHTML = part.textContent;
    if (!sheet) return;
    sheetsLeft--;
    $$('tbody tr', sheet).forEach(adopt);
    filterSheet(sheet);
    showClaimCount();
  }

  function fillIn(element) {
    if (!waiting.size) return;
    for (const part of $$('noscript', element)) if (waiting.has(part)) fill(part);
  }

  function fillAll() { for (const part of waiting) fill(part); }

  // What an anchor such as c3-f7 (a claim's row) or t3-f7 (its place in the text) names.
  function find(anchor) {
    const [, kind, number] = /^([ct])(\d+)-/.exec(anchor) || [];
    if (kind) fillIn(kind === 'c' ? $('#sheets .sheet[data-d="' + number + '"]') || $('#sheets') : $('#d' + number));
    return document.getElementById(anchor);
  }

  const whenIdle = window.requestIdleCallback || (run => setTimeout(() => run({timeRemaining: () => 10}), 50));
  function fillIdly(deadline) {
    for (const part of waiting) {
      fill(part);
      if (deadline.timeRemaining() < 4) break;
    }
    if (waiting.size) whenIdle(fillIdly, {timeout: 1000});
  }

  // ---- rows

  function keyOf(row) { return (row.dataset.target || (row.tagName === 'TBODY' ? 'finding' : 'claim')) + ':' + row.dataset.k; }
  function stateOf(row) { return (entries.get(keyOf(row)) || {}).state || STATES[0]; }

  const byKey = new Map();
  function adopt(row) {
    const key = keyOf(row);
    if (byKey.has(key)) byKey.get(key).push(row);
    else byKey.set(key, [row]);
    if (entries.has(key)) show(key, row);
  }
  const byGroup = new Map();
  for (const row of findings) if (row.dataset.g) byGroup.set('group:' + row.dataset.g, row);

  const LABELS = {state: 'State', checked_by: 'Checked by', checked_on: 'Date', source: 'Source consulted',
    evidence: 'Evidence link, page or time stamp', note: 'Note'};

  function control(row, field) {
    const isSource = row.dataset.target === 'source';
    const name = isSource ? {source: 'Contact', evidence: 'Reliability', note: 'Notes'}[field] : LABELS[field];
    let input;
    if (field === 'state' || (isSource && field === 'evidence')) {
      input = document.createElement('select');
      for (const choice of field === 'state' ? STATES : ['', 'A', 'B', 'C', 'D', 'E', 'F']) input.add(new Option(choice, choice));
    } else if (field === 'note') {
      input = document.createElement('textarea');
      input.rows = 1;
      input.placeholder = 'Note';
    } else {
      input = document.createElement('input');
      input.type = field === 'checked_on' ? 'date' : 'text';
      input.placeholder = field === 'checked_by' ? 'Initials' : name;
    }
    const what = row.tagName === 'TBODY' ? 'finding ' + row.id : isSource ? row.dataset.k : 'claim ' + row.cells[0].textContent;
    input.setAttribute('aria-label', name + ', ' + what);
    input.dataset.field = field;
    if (field === 'source' || field === 'evidence' || field === 'checked_on') input.className = isSource ? '' : 'extra';
    return input;
  }

  // Controls are made when a row comes near the window: 20,000 rows of them would be slow to open.
  function equip(row) {
    if (row.dataset.ready) return;
    row.dataset.ready = '1';
    const heads = row.tagName === 'TR' ? row.closest('table').tHead.rows[0].cells : [];
    for (const cell of $$('td.check', row)) {
      cell.textContent = '';
      for (const field of (cell.dataset.f || heads[cell.cellIndex].dataset.f).split(' ')) cell.append(control(row, field));
    }
    show(keyOf(row), row);
  }

  function show(key, only) {
    const entry = entries.get(key) || {};
    if (key.startsWith('group:')) return showDecision(byGroup.get(key), entry);
    for (const row of only ? [only] : byKey.get(key) || []) {
      for (const input of $$('[data-field]', row)) {
        const value = entry[input.dataset.field] || (input.dataset.field === 'state' ? STATES[0] : '');
        if (input.value !== value) input.value = value;
      }
      row.classList.toggle('noted', Boolean(entry.source || entry.evidence || entry.checked_on));
      for (const state of STATES) row.classList.toggle('s-' + state.split(' ')[0], entry.state === state);
    }
  }

  function showDecision(row, entry) {
    if (!row) return;
    const given = row.dataset.aside;
    row.classList.toggle('aside', Boolean(entry.action || given));
    const text = entry.action ? entry.action + (entry.reason ? ': ' + entry.reason : '') + ' (applied on the next run with --state)'
      : given ? 'Set aside: ' + given : '';
    $('.decision', row).textContent = text;
  }

  const near = new IntersectionObserver(seen => {
    for (const {target, isIntersecting} of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      fillIn(target);
      if (target.matches('tbody, tr')) equip(target);
      else if (target.matches('.sheet')) $$('tbody tr', target).forEach(equip);
    }
  }, {rootMargin: '800px'});

  document.addEventListener('change', event => {
    const field = event.target.dataset.field;
    const row = field && event.target.closest('[data-k]');
    if (!row) return;
    change(keyOf(row), field, event.target.value);
    if (field === 'state') {
      say((row.id || row.dataset.k) + ': ' + event.target.value);
      filter();
    }
  });

  // ---- filter, sort

  const chosen = {};
  const texts = new WeakMap();  // what a row says, in lower case: read once
  function textOf(row) {
    if (!texts.has(row)) {
      fillIn(row);
      texts.set(row, row.textContent.toLowerCase());
    }
    return texts.get(row);
  }

  function matches(row) {
    const d = row.dataset;
    return (!chosen.level || d.level === chosen.level) && (!chosen.type || d.type === chosen.type) &&
      (!chosen.arts || d.arts.split(' ').includes(chosen.arts)) && (!chosen.state || stateOf(row) === chosen.state) &&
      (!chosen.text || textOf(row).includes(chosen.text)) &&
      (!$('#todo').checked || (stateOf(row) === STATES[0] && !row.classList.contains('aside')));
  }

  function filter() {
    let shown = 0;
    for (const row of findings) shown += (row.hidden = !matches(row)) ? 0 : 1;
    $('#shown').textContent = shown + ' of ' + findings.length + ' shown';
    filterClaims();
  }

  const STATEMENTS = ['statement', 'quote'];
  let claimKind = '';
  function claimMatches(row, letter) {
    const kind = claimKind;
    const isStatement = STATEMENTS.some(word => row.dataset.type.endsWith(word));
    return (kind !== 'compared' || row.dataset.g) && (kind !== 'figures' || !isStatement) && (kind !== 'statements' || isStatement) &&
      (!chosen.arts || letter === chosen.arts) && (!chosen.state || stateOf(row) === chosen.state) &&
      (!chosen.text || textOf(row).includes(chosen.text));
  }

  const articles = new Map(byArticle.map(sheet => [sheet.dataset.d, {letter: sheet.dataset.arts, published: sheet.dataset.published}]));
  function articleOf(row) { return articles.get(/\d+/.exec(row.id)[0]); }
  let shownClaims = 0;
  function filterSheet(sheet) {
    let here = 0;
    for (const row of $$('tbody tr', sheet)) here += (row.hidden = !claimMatches(row, articleOf(row).letter)) ? 0 : 1;
    shownClaims += here - Number(sheet.dataset.shown || 0);
    sheet.dataset.shown = here;
    const waits = sheet.lastChild.tagName === 'NOSCRIPT' && (!chosen.arts || chosen.arts === sheet.dataset.arts);
    sheet.hidden = here === 0 && !waits;
  }

  function showClaimCount() {
    $('#claims-shown').textContent = shownClaims + ' of ' + claimCount + ' shown' + (sheetsLeft ? ' …' : '');
  }

  function filterClaims() {
    $$('#sheets .sheet').forEach(filterSheet);
    showClaimCount();
  }

  const SORT = {
    rank: row => -Number(row.dataset.rank), what: row => $('.what', row).textContent, state: row => STATES.indexOf(stateOf(row))
  };

  function compare(a, b) { return a < b ? -1 : a > b ? 1 : 0; }

  function sortFindings(header) {
    const down = header.getAttribute('aria-sort') === 'ascending';
    for (const th of $$('th', table)) th.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const value = SORT[header.dataset.sort];
    const order = findings.map((row, at) => [value(row), at, row]).sort((a, b) => (down ? -1 : 1) * compare(a[0], b[0]) || a[1] - b[1]);
    table.append(...order.map(item => item[2]));
    say('sorted by ' + header.textContent);
  }

  // Claims in another order than the articles': one list, cut into tables of 200 rows that are laid out when they come near.
  function inOrder(rows, value) {
    return rows.map((row, at) => [value(row), at, row]).sort((a, b) => compare(a[0], b[0]) || a[1] - b[1]).map(item => item[2]);
  }

  const ORDERS = {
    state: row => STATES.indexOf(stateOf(row)),
    type: row => row.dataset.type,
    value: row => {
      const number = parseFloat((row.cells[3].firstChild.textContent.replace(/,/g, '').match(/-?\d+(\.\d+)?/) || ['NaN'])[0]);
      return isNaN(number) ? Infinity : number;
    }
  };

  let rows = null;  // all claims in the articles' order, each with the table body it is of
  function orderClaims() {
    const by = $('#claim-order').value;
    const sheets = $('#sheets');
    fillAll();
    rows = rows || $$('#sheets tbody tr').map(row => [row, row.parentNode]);
    if (!by) {
      for (const [row, home] of rows) home.append(row);
      sheets.replaceChildren(...byArticle);
    } else {
      const order = inOrder(rows.map(pair => pair[0]), ORDERS[by]);
      const tables = [];
      for (let first = 0; first < order.length; first += 200) {
        const sheet = document.createElement('div');
        const copy = $('table', byArticle[0]).cloneNode(false);
        copy.append($('caption', byArticle[0]).cloneNode(false), $('colgroup', byArticle[0]).cloneNode(true), $('thead', byArticle[0]).cloneNode(true),
          document.createElement('tbody'));
        copy.caption.textContent = 'Claims ' + (first + 1) + ' to ' + Math.min(first + 200, order.length) + ' by ' + by;
        copy.tBodies[0].append(...order.slice(first, first + 200));
        sheet.className = 'sheet';
        sheet.append(copy);
        tables.push(sheet);
      }
      sheets.replaceChildren(...tables);
    }
    shownClaims = 0;
    for (const sheet of $$('.sheet', sheets)) {
      delete sheet.dataset.shown;
      near.observe(sheet);
    }
    filterClaims();
    say('claims in order: ' + (by || 'by article'));
  }

  // ---- a value and all that belongs to it

  function light(anchors) {
    for (const lit of $$('.lit')) lit.classList.remove('lit');
    for (const anchor of anchors) for (const kind of ['c', 't']) {
      const element = find(kind + anchor);
      if (element) element.classList.add('lit');
    }
  }

  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    const [, anchor] = link ? /^#[ct](\d+-.*)/.exec(link.getAttribute('href')) || [] : [];
    if (anchor) {
      const row = find('c' + anchor);
      find('t' + anchor);
      const group = row && row.dataset.g ? row.dataset.g.split(' ') : [];
      const members = findings.filter(finding => group.includes(finding.dataset.g)).flatMap(finding => finding.dataset.m.split(' '));
      light(members.length ? members : [anchor]);
      return;
    }
    const kin = event.target.closest('[data-find]');
    if (kin) {
      $('[data-filter=text]').value = kin.dataset.find;
      chosen.text = kin.dataset.find.toLowerCase();
      filter();
      say('only what says “' + kin.dataset.find + '” is shown; clear the text to see all');
    }
    const act = event.target.closest('[data-act]');
    if (act) decide(act);
  });

  // ---- decisions on groups

  function decide(button) {
    const row = button.closest('tbody');
    const action = button.dataset.act;
    const entry = {action, changed: new Date().toISOString()};
    if (action === 'split') {
      const boxes = $$('[data-c]:checked', row);
      if (!boxes.length) return say('choose what to split off');
      entry.claims = boxes.map(box => find('c' + box.dataset.c)).filter(Boolean).map(claim => claim.dataset.k);
      entry.reason = boxes.map(box => box.parentNode.textContent.trim()).join(', ');
    } else if (action === 'merge') {
      const choice = $('[data-merge]', row);
      if (!choice.value) return say('choose a group to merge with');
      entry.with = choice.value;
      entry.reason = choice.selectedOptions[0].textContent;
    } else {
      entry.reason = (entries.get(keyOf(row)) || {}).note || 'not the same quantity';
    }
    put('group:' + row.dataset.g, entry);
    filter();
    say(action + ': noted; undo takes it back');
  }

  function fillMergeChoices(row) {
    const choice = $('[data-merge]', row);
    if (!choice || choice.options.length > 1) return;
    const type = row.dataset.type;
    fillIn($('#findings'));
    for (const other of findings) {
      if (other.dataset.g && other.dataset.g !== row.dataset.g && other.dataset.type === type) {
        choice.add(new Option($('.what', other).textContent.slice(0, 80), other.dataset.g));
      }
    }
    for (const other of $$('#agreements tbody tr, #compatible tbody tr')) {
      const how = other.closest('#agreements') ? ' (agree)' : ' (do not contradict)';
      if (other.cells[1].textContent === type) choice.add(new Option(other.cells[0].textContent.slice(0, 80) + how, other.dataset.g));
    }
  }

  // ---- export, import

  function state() {
    const out = {schema: SCHEMA, bundle, exported: new Date().toISOString(), claims: {}, findings: {}, sources: {}, groups: {}, known: {}};
    for (const key of [...entries.keys()].sort()) {
      const at = key.indexOf(':');
      out[key.slice(0, at) + 's'][key.slice(at + 1)] = entries.get(key);
    }
    for (const row of findings) {
      out.known[row.dataset.k] = {rule: row.dataset.rule, severity: row.dataset.level, message: row.dataset.message};
    }
    return out;
  }

  // The columns of the program's own CSV, from the claims shown.
  const COLUMNS = ['no', 'article', 'place', 'words', 'sentence', 'said by', 'type', 'value', 'about', 'as of', 'agrees with', 'differs from',
    'does not contradict', 'independent origins', 'state', 'source consulted', 'evidence', 'checked by', 'checked on', 'note', 'fingerprint'];
  function textIn(element) { return element ? element.textContent.replace(/\s+/g, ' ').trim() : ''; }
  function cellsOf(row) {
    const [number, place, words, value, elsewhere] = row.cells;
    const entry = entries.get(keyOf(row)) || {};
    const [sentence, saidBy] = [words.cloneNode(true), $('small', words)];
    for (const extra of $$('small, br', sentence)) extra.remove();
    const small = textIn($('small', value)).slice(row.dataset.type.length);
    const [, about, asOf] = /^(?:, (.*?))?(?:, as of (\S+(?: to \S+)?))?$/.exec(small) || [];
    const list = kind => $$('a.' + kind, elsewhere).map(textIn).join('; ') + textIn($('.' + kind + ' i', elsewhere));
    const article = articleOf(row);
    return [number.textContent, article.letter, place.textContent, $$('mark', words).map(textIn).join(' '), textIn(sentence),
      textIn(saidBy).replace(/^said by /, ''), row.dataset.type, textIn(value.firstChild), about, asOf || article.published, list('agree'), list('differ'), list('beside'),
      textIn($(':scope > small', elsewhere)).split(' ')[0], stateOf(row), entry.source, entry.evidence, entry.checked_by, entry.checked_on, entry.note,
      row.dataset.k];
  }

  function csv() {
    fillAll();
    const safe = text => /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    const quote = text => /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
    const shown = $$('#sheets tbody tr').filter(row => !row.hidden);
    return '\uFEFF' + [COLUMNS, ...shown.map(cellsOf)].map(cells => cells.map(cell => quote(safe(cell || ''))).join(',') + '\r\n').join('');
  }

  function markdown() {
    const plain = text => text.replace(/\s+/g, ' ').trim().replace(/[\\`*_\[\]<>|#~]/g, '\\$&');
    let out = '# Findings\n';
    for (const row of findings) {
      if (row.hidden) continue;
      const entry = entries.get(keyOf(row)) || {};
      fillIn(row);
      out += '\n## ' + row.id + '. ' + plain(row.dataset.message) + '\n\n' + row.dataset.level + ', rank ' + row.dataset.rank + '\n\n';
      for (const evidence of $$('.evidence', row)) out += '- ' + plain(evidence.textContent) + '\n';
      out += '\nState: ' + stateOf(row) + '; checked by: ' + plain(entry.checked_by || '') + '; note: ' + plain(entry.note || '') + '\n';
    }
    return out;
  }

  function download(name, type, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], {type}));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say(name + ' exported');
  }

  function exportAs(kind) {
    if (kind === 'json') download('worksheet-state.json', 'application/json', JSON.stringify(state(), null, 1) + '\n');
    if (kind === 'csv') download('worksheet-claims.csv', 'text/csv', csv());
    if (kind === 'md') download('worksheet-findings.md', 'text/markdown', markdown());
  }

  // What a person calls the thing that an entry is on: F3, claim 17, a source's name.
  function nameOf(key) {
    const [row] = key.startsWith('group:') ? [byGroup.get(key)] : byKey.get(key) || [];
    if (!row) return key;
    return row.tagName === 'TBODY' ? row.id : row.dataset.target ? row.dataset.k : 'claim ' + row.cells[0].textContent;
  }

  function importState(text) {
    let given;
    try {
      given = JSON.parse(text);
    } catch (error) {
      return say('not imported: the file is not JSON');
    }
    if (!given || given.schema !== SCHEMA) return say('not imported: the file is no exported state');
    let taken = 0;
    const clashes = [];
    for (const target of ['claim', 'finding', 'source', 'group']) {
      for (const [fingerprint, theirs] of Object.entries(given[target + 's'] || {})) {
        const key = target + ':' + fingerprint;
        const ours = entries.get(key);
        const differs = ours && ['state', 'note', 'source', 'evidence', 'action'].some(field => (ours[field] || '') !== (theirs[field] || ''));
        if (differs) clashes.push(nameOf(key));
        if (ours && (ours.changed || '') >= (theirs.changed || '')) continue;
        put(key, theirs);
        taken++;
      }
    }
    filter();
    say(taken + (taken === 1 ? ' entry' : ' entries') + ' imported' + (given.bundle !== bundle ? ' (made from another bundle)' : '') +
      (clashes.length ? '; noted otherwise here, the newest was kept: ' + clashes.slice(0, 8).join(', ') +
        (clashes.length > 8 ? ' and ' + (clashes.length - 8) + ' more' : '') : ''));
  }

  // ---- keys: off until asked for, since single letters get in the way of other tools (WCAG 2.1.4)

  let keysOn = false;
  let current = -1;
  function go(step) {
    const rows = $$('tbody', table).filter(row => !row.hidden);
    if (!rows.length) return;
    current = Math.max(0, Math.min(rows.length - 1, rows.indexOf(document.activeElement.closest('tbody')) + step));
    equip(rows[current]);
    const select = $('select[data-field=state]', rows[current]);
    select.focus();
    rows[current].scrollIntoView({block: 'nearest'});
  }

  document.addEventListener('keydown', event => {
    if (!keysOn || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    const row = document.activeElement.closest('#findings-table > tbody');
    if (event.key === 'j') go(1);
    else if (event.key === 'k') go(-1);
    else if (event.key === 'u') undo();
    else if (row && event.key === 'n') $('textarea', row).focus();
    else if (row && event.key >= '1' && event.key <= '6') {
      change(keyOf(row), 'state', STATES[event.key - 1]);
      say(row.id + ': ' + STATES[event.key - 1]);
    } else return;
    event.preventDefault();
  });

  // ---- start

  function addChoices(name, values) {
    const select = $('[data-filter=' + name + ']');
    for (const value of values) select.add(new Option(value, value));
  }

  function start() {
    document.documentElement.classList.add('script');
    openStorage();
    load();
    addChoices('type', [...new Set(findings.map(row => row.dataset.type))].sort());
    addChoices('arts', $$('#summary .L').map(badge => badge.textContent));
    for (const th of table ? $$('th[data-sort]', table) : []) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.textContent = th.dataset.label = th.textContent;
      button.addEventListener('click', () => sortFindings(th));
      th.replaceChildren(button);
    }
    for (const input of $$('[data-filter]')) {
      const event = input.tagName === 'SELECT' ? 'change' : 'input';
      input.addEventListener(event, () => {
        chosen[input.dataset.filter] = input.value.toLowerCase();
        clearTimeout(filter.timer);
        filter.timer = setTimeout(filter, event === 'input' ? 150 : 0);
      });
    }
    $('#todo').addEventListener('change', filter);
    $('#claim-kind').addEventListener('change', event => { claimKind = event.target.value; filterClaims(); });
    $('#claim-order').addEventListener('change', orderClaims);
    $('#undo').addEventListener('click', undo);
    $('#export').addEventListener('change', event => { exportAs(event.target.value); event.target.value = ''; });
    $('#import').addEventListener('click', () => $('#import-file').click());
    $('#import-file').addEventListener('change', event => { event.target.files[0].text().then(importState); event.target.value = ''; });
    $('#print').addEventListener('click', () => print());
    $('#keys').addEventListener('click', event => {
      keysOn = !keysOn;
      event.target.setAttribute('aria-pressed', String(keysOn));
      event.target.textContent = 'Keys: ' + (keysOn ? 'on' : 'off');
      say(keysOn ? 'j and k: next and previous finding; 1 to 6: state; n: note; u: undo' : 'keys are off');
    });
    document.addEventListener('toggle', event => {
      fillIn(event.target);
      const row = event.target.closest('#findings-table > tbody');
      if (row) fillMergeChoices(row);
    }, true);
    for (const row of [...findings, ...$$('#sources tbody tr')]) {
      adopt(row);
      near.observe(row);
    }
    $$('#sheets tbody tr').forEach(adopt);
    for (const part of [...byArticle, ...$$('#articles > article'), ...$$('#unused > ul > li')]) near.observe(part);
    for (const key of entries.keys()) if (key.startsWith('group:')) show(key);
    if (location.hash) (find(location.hash.slice(1)) || document.body).scrollIntoView();
    for (const sheet of byArticle) {
      if (sheet.lastChild.tagName !== 'NOSCRIPT') sheet.dataset.shown = sheet.dataset.claims;
      shownClaims += Number(sheet.dataset.shown || 0);
    }
    let closed = [];
    addEventListener('beforeprint', () => {
      fillAll();
      for (const key of entries.keys()) (byKey.get(key) || []).forEach(equip);
      closed = $$('details:not([open])');
      for (const details of closed) details.open = true;
    });
    addEventListener('afterprint', () => { for (const details of closed) details.open = false; });
    if (entries.size) showSaved();
    else if (!storage) showSaved();
    $('#shown').textContent = findings.length + ' shown';
    showClaimCount();
    if (waiting.size) addEventListener('load', () => whenIdle(fillIdly, {timeout: 1000}));
  }

  start();
})();
