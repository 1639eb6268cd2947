// What people note: entries by "target:fingerprint". They live in localStorage where the browser lets them, and leave the page by Export
// only. Each change is a step of the entry's trail: who set what to what, and when.
const SCHEMA = 'crosscheck.state/1';
const TO_CHECK = 'to check';
const TARGETS = ['claim', 'sentence', 'finding', 'source', 'group'];
// Fields in which two people can say otherwise; notes are kept both.
const FIELDS = ['state', 'source', 'source_kind', 'evidence', 'correction', 'checked_by', 'checked_on', 'action', 'claims', 'with', 'reason'];

const notes = (() => {
  const bundle = document.body.dataset.bundle;
  const prefix = 'crosscheck:' + bundle + ':';
  const entries = new Map();
  const history = [];  // lists of [key, entry before], the last change last
  const shows = [];    // called with each key that changed
  let storage = null;

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
    for (const [key, entry] of DATA.given) entries.set(key, entry);
    if (!storage) return;
    for (let i = 0; i < storage.length; i++) {
      const key = storage.key(i);
      if (!key.startsWith(prefix)) continue;
      try {
        const [name, mine] = [key.slice(prefix.length), JSON.parse(storage.getItem(key))];
        const given = entries.get(name);
        // What the file brought and what this browser keeps are two people's notes.
        entries.set(name, given && changedOf(given) !== changedOf(mine) ? merged(mine, given).entry : mine);
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

  function setting(name, value) {
    try {
      if (value !== undefined) localStorage.setItem('crosscheck:' + name, value);
      return localStorage.getItem('crosscheck:' + name) || '';
    } catch (error) {
      return value || '';
    }
  }

  function showSaved() {
    const time = new Date().toTimeString().slice(0, 5);
    $('#saved').textContent = storage ? 'saved ' + time + ', on this computer only' : 'this browser keeps nothing: export before you close';
  }

  function put(key, entry) {
    if (entry) entries.set(key, entry);
    else entries.delete(key);
    store(key);
  }

  // Sets entries (undefined: none) as one change that undo takes back.
  function putAll(pairs) {
    history.push(pairs.map(([key]) => [key, entries.get(key)]));
    for (const [key, entry] of pairs) put(key, entry);
    after(pairs.map(pair => pair[0]));
  }

  function after(keys) {
    $('#undo').disabled = history.length === 0;
    showSaved();
    for (const key of keys) for (const show of shows) show(key);
  }

  function undo() {
    const last = history.pop();
    if (!last) return;
    for (const [key, entry] of last) put(key, entry);
    after(last.map(pair => pair[0]));
    say('undone');
  }

  const initials = () => $('#initials').value.trim();

  // What the entry is after `fields` were set: who and when are filled in, and the trail tells it.
  function withFields(key, fields) {
    const before = entries.get(key) || {};
    const when = new Date().toISOString();
    const set = {...fields};
    if (set.state && set.state !== TO_CHECK) {
      if (!before.checked_by && initials()) set.checked_by = initials();
      if (!before.checked_on) set.checked_on = when.slice(0, 10);
    }
    const who = set.checked_by || initials() || before.checked_by || '';
    const steps = Object.entries(set).filter(([field, value]) => (before[field] || '') !== value)
      .map(([field, value]) => ({when, who, field, value}));
    return {...before, ...set, changed: when, trail: [...(before.trail || []), ...steps]};
  }

  function set(key, fields) { putAll([[key, withFields(key, fields)]]); }

  function state() {
    const out = {schema: SCHEMA, bundle, exported: new Date().toISOString()};
    for (const target of TARGETS) out[target + 's'] = {};
    for (const key of [...entries.keys()].sort()) {
      const at = key.indexOf(':');
      out[key.slice(0, at) + 's'][key.slice(at + 1)] = entries.get(key);
    }
    return out;
  }

  // ---- two people's notes on one thing: as `crosscheck state merge` does it

  const changedOf = entry => entry.changed || '';
  const filled = value => Array.isArray(value) ? value.length > 0 : Boolean(value);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  function union(a, b, at) {
    const all = new Map([...(a || []), ...(b || [])].map(item => [JSON.stringify(item), item]));
    return [...all.values()].sort((x, y) => (x[at] || '') < (y[at] || '') ? -1 : 1);
  }
  function bothNotes(first, second) {
    return first.includes(second) ? first : second.includes(first) ? second : first + ' / ' + second;
  }

  function merged(a, b) {
    const [last, first] = changedOf(a) >= changedOf(b) ? [a, b] : [b, a];
    // One was made from the other: its trail tells the change that made it.
    if (first.changed && (last.trail || []).some(step => step.when === first.changed)) return {entry: last, clash: false};
    const entry = {...first, ...last};
    let clash = false;
    for (const field of FIELDS) {
      if (filled(first[field]) && !filled(last[field])) entry[field] = first[field];
      else if (filled(first[field]) && filled(last[field]) && !same(first[field], last[field])) clash = true;
    }
    const note = bothNotes(first.note || '', last.note || '');
    if (note) entry.note = note;
    const trail = union(a.trail, b.trail, 'when');
    if (trail.length) entry.trail = trail;
    const {clash: theirs, trail: left, ...other} = first;
    const clashes = union(union(a.clash, b.clash, 'changed'), clash ? [other] : [], 'changed');
    if (clashes.length) entry.clash = clashes;
    return {entry, clash};
  }

  function importState(text, nameOf) {
    let given;
    try {
      given = JSON.parse(text);
    } catch (error) {
      return say('not imported: the file is not JSON');
    }
    if (!given || given.schema !== SCHEMA) return say('not imported: the file is no exported state');
    const pairs = [];
    const clashes = [];
    for (const target of TARGETS) {
      for (const [fingerprint, theirs] of Object.entries(given[target + 's'] || {})) {
        const key = target + ':' + fingerprint;
        const ours = entries.get(key);
        if (!theirs || typeof theirs !== 'object' || same(ours, theirs)) continue;
        const {entry, clash} = ours ? merged(ours, theirs) : {entry: theirs, clash: false};
        if (clash) clashes.push(nameOf(key));
        if (!same(ours, entry)) pairs.push([key, entry]);
      }
    }
    if (pairs.length) putAll(pairs);
    say(pairs.length + (pairs.length === 1 ? ' entry' : ' entries') + ' imported' + (given.bundle !== bundle ? ' (made from another bundle)' : '') +
      (clashes.length ? '; noted otherwise here, both are kept: ' + clashes.slice(0, 8).join(', ') +
        (clashes.length > 8 ? ' and ' + (clashes.length - 8) + ' more' : '') : ''));
  }

  openStorage();
  load();
  return {get: key => entries.get(key) || {}, has: key => entries.has(key), keys: () => [...entries.keys()], set, putAll, undo, state, importState,
    setting, showSaved, kept: () => Boolean(storage), onChange: show => shows.push(show)};
})();

// ---- controls: one form for a finding, a card, a claim of its own state and a source

const LABELS = {state: 'State', correction: 'Right wording', note: 'Note', source: 'Source consulted', source_kind: 'Its kind',
  evidence: 'Link, page or time stamp', checked_by: 'Initials', checked_on: 'Day'};
const SOURCE_LABELS = {source: 'Contact', evidence: 'Reliability', note: 'Notes'};
const SOURCE_KINDS = ['', 'document', 'person', 'primary source', 'secondary source'];
const CLAIM_STATES = [TO_CHECK, 'confirmed', 'wrong', 'cannot be verified', 'not needed'];
const CORRECTED = ['wrong', 'neither'];  // states that ask for the right wording
// Shown while somebody works there or where they are filled.
const EXTRA = ['source', 'source_kind', 'evidence', 'checked_by', 'checked_on'];

function choices(select, values, empty = '') {
  for (const value of values) select.add(new Option(value || empty, value));
}

// `states`: of the field state, the first is where all begin.
function control(field, what, states, labels = LABELS) {
  let input;
  if (field === 'state') choices(input = element('select'), states, 'as sentence');
  else if (field === 'source_kind') choices(input = element('select'), SOURCE_KINDS, 'kind of source');
  else if (field === 'evidence' && labels === SOURCE_LABELS) choices(input = element('select'), ['', 'A', 'B', 'C', 'D', 'E', 'F'], 'not rated');
  else if (field === 'note') input = element('textarea', {rows: 1, placeholder: labels.note});
  else input = element('input', {type: field === 'checked_on' ? 'date' : 'text', placeholder: labels[field]});
  if (field === 'source' && labels === LABELS) input.setAttribute('list', 'sources-used');
  input.setAttribute('aria-label', labels[field] + ', ' + what);
  input.dataset.field = field;
  if (labels === LABELS && EXTRA.includes(field)) input.className = 'extra';
  if (field === 'correction') input.className = 'correction';
  return input;
}

// What somebody else noted otherwise, in words; and a note with it, as the program's own outputs have it.
function otherwise(entry) {
  const words = other => ['state', 'checked_by', 'correction', 'source', 'evidence', 'note'].map(field => other[field]).filter(Boolean).join(', ');
  return (entry.clash || []).map(words).join('; ');
}
function noteText(entry) {
  const other = otherwise(entry);
  return other ? (entry.note ? entry.note + ' ' : '') + '[noted otherwise: ' + other + ']' : entry.note;
}

// Puts the entry's values into the controls under `home`.
function showEntry(home, entry) {
  for (const input of $$('[data-field]', home)) {
    const value = entry[input.dataset.field] || '';
    if (input.dataset.field === 'state' && value && ![...input.options].some(option => option.value === value)) input.add(new Option(value, value));
    if (input.value !== value) input.value = value || (input.tagName === 'SELECT' ? input.options[0].value : '');
  }
  home.classList.toggle('noted', Boolean(entry.source || entry.evidence || entry.source_kind || (entry.state && entry.state !== TO_CHECK)));
  home.classList.toggle('corrects', CORRECTED.includes(entry.state) || Boolean(entry.correction));
  const clash = otherwise(entry);
  let told = $(':scope > .clash', home);
  if (clash && !told) home.append(told = element('p', {class: 'clash'}));
  if (told) told.textContent = clash && 'noted otherwise: ' + clash;
}
