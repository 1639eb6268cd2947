// The page as a whole: links, filters, keys, print, exports, and the start.
(() => {
  const chosen = {};

  function filter() {
    findings.filter(chosen, $('#todo').checked);
    claims.filter(chosen, $('#todo').checked);
  }

  function showCounts() {
    const [a, b] = [findings.counts(), claims.counts()];
    $('#checked').textContent = b.checked + ' of ' + b.all + ' claims, ' + a.checked + ' of ' + a.all + ' findings checked ·';
  }

  // ---- forms

  document.addEventListener('change', event => {
    const field = event.target.dataset.field;
    const form = field && event.target.closest('[data-key]');
    if (!form) return;
    const fields = {[field]: event.target.value};
    notes.set(form.dataset.key, field === 'source' ? {...asBefore(event.target.value, notes.get(form.dataset.key)), ...fields} : fields);
    if (field === 'state') say(nameOf(form.dataset.key) + ': ' + event.target.value);
    if (field === 'source') addSource(event.target.value);
  });

  // What a person calls the thing that an entry is on.
  function nameOf(key) {
    const at = key.indexOf(':');
    return findings.nameOf(key) || claims.nameOf(key) || (key.startsWith('source:') ? key.slice(at + 1) : key);
  }

  // Sources used before are offered again.
  const used = new Set();
  function addSource(name) {
    if (!name || used.has(name)) return;
    used.add(name);
    $('#sources-used').append(new Option(name));
  }

  // What was told of the source where it was used before, for what the entry does not tell itself.
  function asBefore(source, entry) {
    const fields = {};
    const others = notes.keys().filter(key => !key.startsWith('source:')).map(notes.get).filter(other => source && other.source === source);
    for (const field of ['source_kind', 'evidence']) {
      const known = others.map(other => other[field]).filter(Boolean).pop();
      if (known && !entry[field]) fields[field] = known;
    }
    return fields;
  }

  const sourceRows = $$('#sources tbody tr');
  const sources = new Map(sourceRows.map(row => ['source:' + row.dataset.k, row]));
  function showSource(key) {
    const row = sources.get(key);
    if (row) showEntry(row, notes.get(key));
  }
  function equipSources() {
    for (const [key, row] of sources) {
      if (row.dataset.key) continue;
      row.dataset.key = key;
      for (const cell of $$('td.check', row)) cell.replaceChildren(control(cell.dataset.f, row.dataset.k, [], SOURCE_LABELS));
      showSource(key);
    }
  }

  // ---- links: the script goes there itself, since a browser jumps before far parts are laid out

  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      const anchor = link.getAttribute('href').slice(1);
      const [, claim] = /^[ct](\d+-.*)/.exec(anchor) || [];
      if (claim) claims.light(claim);
      if (link.dataset.find) findOther(link.dataset.find);
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey && goTo(anchor)) {
        event.preventDefault();
        history.pushState(null, '', '#' + anchor);
        if (link.matches('.skip, nav.toc a')) focusOn($('#' + anchor));
      }
      return;
    }
    const act = event.target.closest('[data-act]');
    if (act) findings.decide(act);
  });
  addEventListener('popstate', () => goTo(location.hash.slice(1)));

  function focusOn(section) {
    section.tabIndex = -1;
    section.focus({preventScroll: true});
  }

  function findOther(words) {
    $('[data-filter=text]').value = words;
    chosen.text = words.toLowerCase();
    filter();
    say('only what says “' + words + '” is shown; clear the text to see all');
  }

  // The bar's height, so that nothing lands under it.
  function measureBar() {
    const bar = $('header.bar');
    const height = getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : $('nav.toc').offsetHeight;
    document.documentElement.style.setProperty('--bar', height + 'px');
  }

  // ---- export, print

  function download(name, type, text) {
    const link = element('a', {download: name});
    link.href = URL.createObjectURL(new Blob([text], {type}));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say(name + ' exported');
  }

  function exportAs(kind) {
    if (kind === 'json') {
      download('worksheet-state.json', 'application/json', JSON.stringify({...notes.state(), known: findings.known()}, null, 1) + '\n');
    }
    if (kind === 'csv') download('worksheet-claims.csv', 'text/csv', claims.csv());
    if (kind === 'md') download('worksheet-findings.md', 'text/markdown', findings.markdown());
  }

  let closed = [];
  function beforePrint() {
    const what = document.body.dataset.print || 'all';
    if (what !== 'findings') fillAll();
    for (const key of notes.keys()) claims.equipFor(key), findings.equipFor(key);
    if (what !== 'all') return;
    closed = $$('details:not([open])').filter(details => details.id !== 'worths');
    for (const details of closed) details.open = true;
  }

  // ---- keys: off until asked for, since single letters get in the way of other tools (WCAG 2.1.4)

  const KEYS = 'j and k: next and previous; n: next unchecked; 1 to 7: state; e: note; u: undo';
  let keysOn = false;

  // From finding to finding, from card to card; behind the last open finding come the claims.
  function go(step, open) {
    const at = document.activeElement.closest('.finding, .card');
    const onCard = at ? at.matches('.card') : Boolean(document.activeElement.closest('#claims'));
    let target = onCard ? claims.next(at, step, open) : findings.next(at, step, open);
    if (!target && !onCard && step > 0) target = claims.next(null, step, open);
    if (!target) return say(open ? 'nothing more to check here' : 'no more');
    $('.check select', target).focus({preventScroll: true});
    land(target, 'center');
  }

  document.addEventListener('keydown', event => {
    if (!keysOn || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    const at = document.activeElement.closest('.finding, .card');
    const form = at && (document.activeElement.closest('[data-key]') || $('.check', at));
    if (event.key === 'j') go(1, false);
    else if (event.key === 'k') go(-1, false);
    else if (event.key === 'n') go(1, true);
    else if (event.key === 'u') notes.undo();
    else if (form && event.key === 'e') $('textarea', form).focus();
    else if (form && event.key >= '1' && event.key <= '9') {
      const options = [...$('[data-field=state]', form).options].filter(option => option.value);
      const option = options[event.key - 1];
      if (!option) return;
      notes.set(form.dataset.key, {state: option.value});
      say(nameOf(form.dataset.key) + ': ' + option.value);
    } else return;
    event.preventDefault();
  });

  // ---- start

  function start() {
    document.documentElement.classList.add('script');
    document.body.append(element('datalist', {id: 'sources-used'}));
    for (const key of notes.keys()) addSource(key.startsWith('source:') ? '' : notes.get(key).source);
    const letters = DATA.articles.map(article => article.letter);
    for (const name of ['arts', 'pair']) choices($('[data-filter=' + name + ']'), letters);
    findings.start();
    claims.start();
    notes.onChange(key => { showSource(key); showCounts(); });
    $('#initials').value = notes.setting('initials');
    $('#initials').addEventListener('change', event => notes.setting('initials', event.target.value.trim()));
    for (const input of $$('[data-filter]')) {
      const event = input.tagName === 'SELECT' ? 'change' : 'input';
      input.addEventListener(event, () => {
        chosen[input.dataset.filter] = input.dataset.filter === 'text' ? input.value.toLowerCase() : input.value;
        clearTimeout(filter.timer);
        filter.timer = setTimeout(filter, event === 'input' ? 150 : 0);
      });
    }
    $('#todo').addEventListener('change', filter);
    $('#undo').addEventListener('click', notes.undo);
    $('#export').addEventListener('change', event => { exportAs(event.target.value); event.target.value = ''; });
    $('#import').addEventListener('click', () => $('#import-file').click());
    $('#import-file').addEventListener('change', event => {
      event.target.files[0].text().then(text => { notes.importState(text, nameOf); filter(); });
      event.target.value = '';
    });
    $('#print').addEventListener('change', event => {
      document.body.dataset.print = event.target.value;
      event.target.value = '';
      print();
    });
    $('#keys').addEventListener('click', event => {
      keysOn = !keysOn;
      event.target.setAttribute('aria-pressed', String(keysOn));
      event.target.textContent = 'Keys: ' + (keysOn ? 'on' : 'off');
      say(keysOn ? KEYS : 'keys are off');
    });
    document.addEventListener('toggle', event => {
      fillIn(event.target);
      const row = event.target.closest('.finding');
      if (row) findings.fillMergeChoices(row);
    }, true);
    const near = new IntersectionObserver(seen => {
      for (const {target, isIntersecting} of seen) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        fillIn(target);
        if (target.id === 'sources') equipSources();
      }
    }, {rootMargin: '800px'});
    for (const part of [$('#sources'), ...$$('#articles > article'), ...$$('#unused > ul > li')]) near.observe(part);
    const measure = new ResizeObserver(measureBar);
    for (const part of ['header.bar', 'nav.toc']) measure.observe($(part));
    measureBar();
    document.body.dataset.print = 'all';
    addEventListener('beforeprint', beforePrint);
    addEventListener('afterprint', () => {
      for (const details of closed) details.open = false;
      closed = [];
      document.body.dataset.print = 'all';
    });
    if (notes.keys().length || !notes.kept()) notes.showSaved();
    filter();
    showCounts();
    if (location.hash) goTo(location.hash.slice(1));
    if (waiting.size) addEventListener('load', () => whenIdle(fillIdly, {timeout: 1000}));
  }

  start();
})();
