// The claims: what the program found, as data, with the cards of those that are filled in. Counts, filters and exports ask the data, so
// that cards which still wait count as well.
const claims = (() => {
  const SMALL = $$('#worths [data-worth]').length - 1;  // "now", "a day", "one"
  const sheets = $('#sheets');
  const all = [];    // in the order of the articles
  const asked = [];  // each thing once
  const cards = [];  // {anchor, key, article, claims}
  const byAnchor = new Map();  // cards
  const byKey = new Map();     // "claim:..." and "sentence:...": card
  const byClaim = new Map();   // "3-f7": claim
  const byGroup = new Map();   // fingerprint: claims

  DATA.articles.forEach((article, number) => {
    const own = article.cards.map((fingerprint, at) => ({anchor: number + '-' + at, key: 'sentence:' + fingerprint, article: article.letter,
      number, at, claims: []}));
    for (const claim of article.claims) {
      claim.article = article.letter;
      claim.anchor = number + '-' + claim.id;
      claim.told = claim.told ? claim.told.split(' ') : [];
      all.push(claim);
      byClaim.set(claim.anchor, claim);
      for (const group of claim.groups) {
        if (!byGroup.has(group)) byGroup.set(group, []);
        byGroup.get(group).push(claim);
      }
      if (claim.card === undefined) continue;
      claim.card = own[claim.card];
      claim.card.claims.push(claim);
      asked.push(claim);
      byKey.set('claim:' + claim.key, claim.card);
    }
    for (const card of own) {
      card.claims.sort((a, b) => a.worth - b.worth);
      cards.push(card);
      byAnchor.set(card.anchor, card);
      byKey.set(card.key, card);
    }
  });
  for (const claim of all) if (claim.as) claim.first = byClaim.get(claim.anchor.split('-')[0] + '-' + claim.as);

  // ---- states

  // What was noted on the claim: its own, else that on the claim it repeats, else that on the sentence.
  function entryOf(claim) {
    const first = claim.first || claim;
    for (const key of ['claim:' + claim.key, 'claim:' + first.key, first.card.key]) if (notes.has(key)) return notes.get(key);
    return {};
  }
  function stateOf(claim) {
    return notes.get('claim:' + claim.key).state || notes.get(claim.card.key).state || TO_CHECK;
  }
  // A card of one claim is noted on as that claim.
  function noteKey(card) { return card.claims.length === 1 && !notes.has(card.key) ? 'claim:' + card.claims[0].key : card.key; }

  function counts() {
    const worth = asked.filter(claim => claim.worth !== SMALL);
    return {checked: worth.filter(claim => stateOf(claim) !== TO_CHECK).length, all: worth.length};
  }

  // ---- filters

  let chosen = {};
  let onlyOpen = false;
  let sequence = cards;  // in the order shown

  const worths = () => $$('#worths [data-worth]').map(box => box.checked);
  function textOf(claim) { return claim.text || (claim.text = claim.cells.join(' ').toLowerCase()); }

  function matches(claim, on) {
    const show = $('#claim-show').value;
    return on[claim.worth] && (show !== 'differ' || claim.differs) && (show !== 'touched' || claim.told.length > 0) &&
      (!chosen.arts || claim.article === chosen.arts) && (!chosen.pair || claim.told.includes(chosen.pair)) &&
      (!chosen.state || stateOf(claim) === chosen.state) && (!chosen.text || textOf(claim).includes(chosen.text)) &&
      (!onlyOpen || stateOf(claim) === TO_CHECK);
  }

  function showCard(card, on) {
    const home = document.getElementById('s' + card.anchor);
    if (!home) return;
    home.hidden = card.shown === 0;
    for (const claim of card.claims) {
      const row = document.getElementById('c' + claim.anchor);
      if (row) row.hidden = !on[claim.worth];
    }
  }

  function filter(filters = chosen, open = onlyOpen) {
    chosen = filters;
    onlyOpen = open;
    const on = worths();
    let shown = 0;
    const articles = new Set();
    for (const card of cards) {
      card.shown = card.claims.filter(claim => matches(claim, on)).length;
      shown += card.shown;
      if (card.shown) articles.add(card.number);
      showCard(card, on);
    }
    for (const sheet of $$('.sheet', sheets)) {
      sheet.hidden = sheet.dataset.d ? !articles.has(Number(sheet.dataset.d)) : $$('.card', sheet).every(card => card.hidden);
    }
    $('#claims-shown').textContent = shown + ' of ' + asked.length + ' shown';
  }

  // ---- order

  const home = $$('.sheet', sheets);
  function order() {
    const byWorth = $('#claim-order').value === 'worth';
    fillAll();
    if (byWorth) {
      const on = worths();
      const worthOf = card => Math.min(...card.claims.filter(claim => on[claim.worth]).map(claim => claim.worth), SMALL);
      const rank = card => (card.claims.some(claim => claim.differs) ? 0 : 100) + worthOf(card);
      sequence = cards.map((card, at) => [rank(card), at, card]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(item => item[2]);
      sheets.replaceChildren(...sheetsOf(sequence, rank));
    } else {
      sequence = cards;
      for (const card of cards) home.find(sheet => Number(sheet.dataset.d) === card.number).append(document.getElementById('s' + card.anchor));
      sheets.replaceChildren(...home);
    }
    filter();
    say('claims in order: ' + $('#claim-order').selectedOptions[0].textContent);
  }

  // One sheet a kind, cut where it is long so that far ones need not be laid out.
  function sheetsOf(ordered, rank) {
    const LONG = 100;
    const made = [];
    let last = -1;
    for (const card of ordered) {
      const title = rank(card) < 100 ? 'Contradicted elsewhere' : $$('#worths label')[rank(card) - 100].textContent.trim();
      if (title !== last || made[made.length - 1].childElementCount > LONG) {
        made.push(element('div', {class: 'sheet'}, element('h3', {}, title !== last ? title : title + ', continued')));
        last = title;
      }
      made[made.length - 1].append(document.getElementById('s' + card.anchor));
    }
    for (const sheet of made) near.observe(sheet);
    return made;
  }

  // ---- cards and their controls, made when a card comes near the window: 20,000 of them would be slow to open

  function equip(home) {
    if (home.dataset.ready) return;
    home.dataset.ready = '1';
    const card = byAnchor.get(home.id.slice(1));
    const what = 'paragraph ' + $('.pn', home).textContent.slice(1) + ' of ' + card.article;
    const check = $('.check', home);
    check.replaceChildren(...['state', 'correction', 'note', ...EXTRA].map(field => control(field, what, CLAIM_STATES)));
    check.dataset.key = noteKey(card);
    for (const claim of card.claims) {
      const own = $('.own', document.getElementById('c' + claim.anchor));
      own.textContent = '';
      if (card.claims.length === 1) continue;
      const words = claim.cells[3].slice(0, 40);
      own.append(...['state', 'correction', 'note'].map(field => control(field, words + ', ' + what, ['', ...CLAIM_STATES])));
      own.dataset.key = 'claim:' + claim.key;
    }
    show(card);
  }

  function show(card) {
    const home = document.getElementById('s' + card.anchor);
    if (!home || !home.dataset.ready) return;
    for (const form of $$('[data-key]', home)) showEntry(form, notes.get(form.dataset.key));
    const states = card.claims.map(stateOf);
    home.classList.toggle('done', states.every(state => state !== TO_CHECK));
    home.classList.toggle('s-wrong', states.includes('wrong'));
    home.classList.toggle('s-confirmed', states.every(state => state === 'confirmed'));
  }

  const near = new IntersectionObserver(seen => {
    for (const {target, isIntersecting} of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      fillIn(target);
      $$('.card', target).forEach(equip);
    }
  }, {rootMargin: '800px'});

  onFilled.push(sheet => {
    if (!sheet.matches || !sheet.matches('.sheet')) return;
    const on = worths();
    for (const card of cards) if (card.number === Number(sheet.dataset.d)) showCard(card, on);
  });

  notes.onChange(key => {
    const card = byKey.get(key);
    if (card) show(card);
  });

  // ---- lighting, keys

  // The claim's row, all its places in the text, and those of what is told of the same thing elsewhere.
  function light(anchor) {
    const claim = byClaim.get(anchor);
    for (const lit of $$('.lit')) lit.classList.remove('lit');
    if (!claim) return;
    const members = new Set([claim.first || claim, ...claim.groups.flatMap(group => byGroup.get(group)).map(other => other.first || other)]);
    for (const member of members) {
      const row = find('c' + member.anchor);
      if (row) row.closest('.claim').classList.add('lit');
      const article = $('#d' + member.anchor.split('-')[0]);
      fillIn(article);
      for (const place of $$('a.m[href="#c' + member.anchor + '"], .st[data-s="' + member.anchor + '"]', article)) place.classList.add('lit');
    }
  }

  // The card `step` behind (or before) that of `from` among those shown; `open`: that has something to check.
  function next(from, step, open) {
    const on = worths();
    const isOpen = card => card.claims.some(claim => on[claim.worth] && stateOf(claim) === TO_CHECK);
    const shown = sequence.filter(card => card.shown > 0 && (!open || isOpen(card) || (from && from.id === 's' + card.anchor)));
    const at = from ? shown.findIndex(card => 's' + card.anchor === from.id) : -1;
    const card = shown[at < 0 ? 0 : at + step];
    if (!card) return null;
    const home = find('s' + card.anchor);
    equip(home);
    return home;
  }

  function csv() {
    const on = worths();
    const fields = {state: 'state', 'right wording': 'correction', 'source consulted': 'source', 'source kind': 'source_kind', evidence: 'evidence',
      'checked by': 'checked_by', 'checked on': 'checked_on'};
    const cellsOf = claim => {
      const entry = entryOf(claim);
      return DATA.columns.map((column, at) => column === 'state' ? entry.state || TO_CHECK : column === 'note' ? noteText(entry) : fields[column] ? entry[fields[column]] : claim.cells[at]);
    };
    const filtered = chosen.arts || chosen.pair || chosen.text || chosen.state || onlyOpen || $('#claim-show').value || on.slice(0, SMALL).includes(false);
    const rows = filtered ? all.filter(claim => matches(claim.first || claim, on)) : all;
    const safe = text => /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    const quote = text => /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
    return '\uFEFF' + [DATA.columns, ...rows.map(cellsOf), ...(filtered ? [] : DATA.unchecked)]
      .map(cells => cells.map(cell => quote(safe(cell || ''))).join(',') + '\r\n').join('');
  }

  function start() {
    home.forEach(sheet => near.observe(sheet));
    $('#claim-show').addEventListener('change', () => filter());
    $('#claim-order').addEventListener('change', order);
    $('#worths').addEventListener('change', () => { if ($('#claim-order').value) order(); else filter(); });
  }

  // What was noted is to be seen, however far it stands.
  function equipFor(key) {
    const card = byKey.get(key);
    const home = card && document.getElementById('s' + card.anchor);
    if (home) equip(home);
  }

  return {start, filter, counts, light, next, csv, equipFor, nameOf: key => byKey.has(key) ? 'paragraph on card ' + byKey.get(key).anchor : '',
    keyOf: anchor => byClaim.get(anchor).key};
})();
