// The findings: what a person found of each, decisions on its group, filters and order. One that is signed off leaves the count and,
// once the person has gone on to another, the top of the list.
const findings = (() => {
  const list = $('#findings-list');
  const rows = $$('.finding', list);
  const place = new Map(rows.map((row, at) => [row, at]));  // as the program has them
  const byKey = new Map(rows.map(row => ['finding:' + row.dataset.k, row]));
  const byGroup = new Map(rows.filter(row => row.dataset.g).map(row => ['group:' + row.dataset.g, row]));

  function statesOf(row) {
    const sides = $$('.side', row).map(side => side.textContent);
    const right = [...new Set(sides)].map(side => side + ' right');
    return [TO_CHECK, ...right, ...(right.length > 1 ? ['both right'] : ['right']), 'neither', 'not the same thing', 'leave'];
  }

  const stateOf = row => notes.get('finding:' + row.dataset.k).state || TO_CHECK;
  const decisionOf = row => row.dataset.g ? notes.get('group:' + row.dataset.g) : {};
  const isOpen = row => stateOf(row) === TO_CHECK && !decisionOf(row).action && !row.dataset.aside;
  const counts = () => ({checked: rows.filter(row => !isOpen(row)).length, all: rows.length});

  // ---- controls

  function equip(row) {
    if (row.dataset.ready) return;
    row.dataset.ready = '1';
    const check = $('.check', row);
    check.replaceChildren(...['state', 'note', 'correction', ...EXTRA].map(field => control(field, 'finding ' + row.id, statesOf(row))));
    check.dataset.key = 'finding:' + row.dataset.k;
    show(row);
  }

  function show(row) {
    const entry = notes.get('finding:' + row.dataset.k);
    const check = $('.check', row);
    if (row.dataset.ready) {
      showEntry(check, entry);
      $('[data-field=note]', check).placeholder = entry.state === 'both right' || entry.state === 'leave' ? 'Why' : 'Note';
    }
    row.classList.toggle('done', !isOpen(row));
    const {action, reason} = decisionOf(row);
    $('.decision', row).textContent = action ? action + (reason ? ': ' + reason : '') + ' (applied on the next run with --state)'
      : row.dataset.aside ? 'Set aside: ' + row.dataset.aside : '';
  }

  // Takes what is done to the end, open ones back before it; `seen` stays where it is on the screen.
  function settle(seen) {
    const move = () => {
      const done = rows.filter(row => !isOpen(row) && row !== seen);
      let head = $('.done-head', list);
      if (!head) head = element('h3', {class: 'done-head'}, 'Signed off or set aside');
      const open = inOrder(rows.filter(row => !done.includes(row)));
      list.append(...open, ...(done.length ? [head] : []), ...inOrder(done));
      if (!done.length) head.remove();
    };
    const focused = document.activeElement;
    if (seen) holding(seen, move);
    else move();
    if (focused && focused !== document.activeElement && list.contains(focused)) focused.focus({preventScroll: true});
  }

  const ORDERS = {rank: row => -Number(row.dataset.rank) - {error: 2000, warning: 1000, note: 0}[row.dataset.severity], what: row => $('.what', row).textContent};
  function inOrder(some) {
    const value = ORDERS[$('#finding-order').value];
    const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
    return some.map(row => [value(row), place.get(row), row]).sort((a, b) => compare(a[0], b[0]) || a[1] - b[1]).map(item => item[2]);
  }

  // ---- filters

  const texts = new WeakMap();  // what a finding says, in lower case: read once
  function textOf(row) {
    if (!texts.has(row)) {
      fillIn(row);
      texts.set(row, row.textContent.toLowerCase());
    }
    return texts.get(row);
  }

  function filter(chosen, onlyOpen) {
    let shown = 0;
    for (const row of rows) {
      const d = row.dataset;
      const arts = d.arts.split(' ');
      row.hidden = !((!chosen.level || d.level === chosen.level) && (!chosen.type || d.type === chosen.type) && (!chosen.rule || d.rule === chosen.rule) &&
        (!chosen.arts || arts.includes(chosen.arts)) && (!chosen.pair || arts.includes(chosen.pair)) && (!chosen.state || stateOf(row) === chosen.state) &&
        (!chosen.text || textOf(row).includes(chosen.text)) && (!onlyOpen || isOpen(row)));
      shown += row.hidden ? 0 : 1;
    }
    $('#shown').textContent = shown + ' of ' + rows.length + ' shown';
    settle(null);
  }

  // ---- decisions on groups

  function decide(button) {
    const row = button.closest('.finding');
    const entry = {action: button.dataset.act, changed: new Date().toISOString(), checked_by: $('#initials').value.trim()};
    if (entry.action === 'split') {
      const boxes = $$('[data-c]:checked', row);
      if (!boxes.length) return say('choose what to split off');
      entry.claims = boxes.map(box => claims.keyOf(box.dataset.c));
      entry.reason = boxes.map(box => box.parentNode.textContent.trim()).join(', ');
    } else {
      const choice = $('[data-merge]', row);
      if (!choice.value) return say('choose a group to merge with');
      entry.with = choice.value;
      entry.reason = choice.selectedOptions[0].textContent;
    }
    notes.putAll([['group:' + row.dataset.g, entry]]);
    say(entry.action + ': noted; undo takes it back');
  }

  function fillMergeChoices(row) {
    const choice = $('[data-merge]', row);
    if (!choice || choice.options.length > 1) return;
    const type = row.dataset.type;
    fillIn($('#findings'));
    for (const other of rows) {
      if (other.dataset.g && other.dataset.g !== row.dataset.g && other.dataset.type === type) {
        choice.add(new Option($('.what', other).textContent.slice(0, 80), other.dataset.g));
      }
    }
    for (const other of $$('#agreements tbody tr, #compatible tbody tr')) {
      const how = other.closest('#agreements') ? ' (agree)' : ' (do not contradict)';
      if (other.cells[1].textContent === type) choice.add(new Option(other.cells[0].textContent.slice(0, 80) + how, other.dataset.g));
    }
  }

  // ---- keys, exports

  function next(from, step, open) {
    const shown = $$('.finding', list).filter(row => !row.hidden && (!open || isOpen(row) || row === from));
    const row = shown[from ? shown.indexOf(from) + step : 0];
    if (row) equip(row);
    return row || null;
  }

  const known = () => Object.fromEntries(rows.map(row => [row.dataset.k,
    {rule: row.dataset.rule, severity: row.dataset.severity, message: row.dataset.message}]));

  function markdown() {
    const plain = text => text.replace(/\s+/g, ' ').trim().replace(/[\\`*_\[\]<>|#~]/g, '\\$&');
    let out = '# Findings\n';
    for (const row of $$('.finding', list)) {
      if (row.hidden) continue;
      const entry = notes.get('finding:' + row.dataset.k);
      fillIn(row);
      out += '\n## ' + row.id + '. ' + plain(row.dataset.message) + '\n\n' + row.dataset.level + ', rank ' + row.dataset.rank + '\n\n';
      for (const evidence of $$('.evidence', row)) out += '- ' + plain(evidence.textContent) + '\n';
      out += '\nState: ' + stateOf(row) + '; checked by: ' + plain(entry.checked_by || '') + '; note: ' + plain(noteText(entry) || '') + '\n';
    }
    return out;
  }

  const near = new IntersectionObserver(seen => {
    for (const {target, isIntersecting} of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      equip(target);
    }
  }, {rootMargin: '800px'});

  notes.onChange(key => {
    const row = byKey.get(key) || byGroup.get(key);
    if (row) show(row);
  });

  function start() {
    const fillChoices = (name, values) => choices($('[data-filter=' + name + ']'), [...new Set(values)].sort());
    fillChoices('level', rows.map(row => row.dataset.level));
    fillChoices('type', rows.map(row => row.dataset.type));
    fillChoices('rule', rows.map(row => row.dataset.rule));
    fillChoices('state', [...CLAIM_STATES, ...rows.flatMap(statesOf)]);
    $('#finding-order').addEventListener('change', () => settle(null));
    // On to another finding: what was signed off may go.
    let last = null;
    list.addEventListener('focusin', event => {
      const row = event.target.closest('.finding');
      if (row === last) return;
      last = row;
      setTimeout(() => { if (last === row && row) settle(row); }, 300);  // after the click that brought the focus
    });
    for (const row of rows) {
      show(row);
      near.observe(row);
    }
  }

  return {start, filter, counts, decide, fillMergeChoices, next, known, markdown, equipFor: key => byKey.has(key) && equip(byKey.get(key)),
    nameOf: key => (byKey.get(key) || byGroup.get(key) || {}).id || ''};
})();
