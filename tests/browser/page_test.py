#!/usr/bin/env python3
"""Tests the worksheet page in Chromium: page_test.py MAKE_PAGES. Skipped (exit 77) only where CROSSCHECK_NO_BROWSER is set."""
import base64
import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

if os.environ.get("CROSSCHECK_NO_BROWSER"):
    print("skipped: CROSSCHECK_NO_BROWSER is set")
    sys.exit(77)

import jsonschema
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

MAKE_PAGES = sys.argv.pop(1)
CSS = By.CSS_SELECTOR
SOURCE = Path(__file__).resolve().parents[2]

CONTRAST = """
const rgb = text => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
const light = c => { const f = c.slice(0, 3).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
  return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > .9) return c; } return [255, 255, 255]; };
const bad = [];
for (const e of document.querySelectorAll('body *')) {
  if (!e.offsetParent || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
  if (e.closest('svg') || e.disabled || Number(getComputedStyle(e).opacity) < 1) continue;
  const a = light(rgb(getComputedStyle(e).color)), b = light(ground(e));
  const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  if (ratio < 4.5) bad.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2) + ' ' + e.textContent.slice(0, 30));
}
return bad;
"""

NAMES = """
const bad = [];
for (const e of document.querySelectorAll('button, select, input, textarea, a[href]')) {
  if (e.hidden || e.type === 'hidden') continue;
  const label = e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels.length && e.labels[0].textContent.trim());
  if (!label) bad.push(e.outerHTML.slice(0, 90));
}
for (const t of document.querySelectorAll('table')) {
  if (!t.caption || !t.caption.textContent.trim()) bad.push('table without caption');
  for (const th of t.querySelectorAll('th')) if (!th.scope) bad.push('th without scope: ' + th.textContent);
}
const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
for (const id of new Set(ids)) if (ids.filter(i => i === id).length > 1) bad.push('id twice: ' + id);
for (const s of document.querySelectorAll('svg')) if (s.getAttribute('role') !== 'img' || !s.getAttribute('aria-label')) bad.push('svg without a text');
if (document.documentElement.lang !== 'en') bad.push('no language');
let last = 0;
for (const h of document.querySelectorAll('h1, h2, h3')) { const n = Number(h.tagName[1]); if (n > last + 1) bad.push('heading skips a level: ' + h.textContent); last = n; }
return bad;
"""


class PageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        subprocess.run([MAKE_PAGES, cls.folder], check=True)
        options = Options()
        options.binary_location = shutil.which("chromium")
        for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                     "--disable-component-update", "--disable-sync", "--window-size=1440,1000", "--user-data-dir=" + cls.folder + "/profile"):
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"download.default_directory": cls.folder,
                                                  "profile.default_content_setting_values.automatic_downloads": 1})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        cls.driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def open(self, name="sample.html", fresh=True):
        self.driver.get("file://%s/%s" % (self.folder, name))
        if fresh:
            self.driver.execute_script("localStorage.clear()")
            self.driver.get("file://%s/%s" % (self.folder, name))

    def all(self, selector):
        return self.driver.find_elements(CSS, selector)

    def one(self, selector):
        return self.driver.find_element(CSS, selector)

    def visible(self, selector):
        time.sleep(0.3)  # a filter waits for the typing to end
        return [e for e in self.all(selector) if e.is_displayed()]

    def state_of(self, finding):
        select = "#%s .check select[data-field=state]" % finding
        WebDriverWait(self.driver, 5).until(lambda d: d.find_elements(CSS, select))
        return Select(self.one(select))

    def wait_file(self, name):
        path = Path(self.folder, name)
        WebDriverWait(self.driver, 10).until(lambda d: path.exists())
        text = path.read_bytes().decode("utf-8")
        path.unlink()
        return text

    def test_no_console_error_and_no_request(self):
        self.driver.get_log("browser"), self.driver.get_log("performance")
        self.open()
        self.assertEqual([e for e in self.driver.get_log("browser") if e["level"] == "SEVERE"], [])
        sent = [json.loads(e["message"])["message"] for e in self.driver.get_log("performance")]
        urls = {m["params"]["request"]["url"] for m in sent if m["method"] == "Network.requestWillBeSent"}
        self.assertEqual({u.split(":")[0] for u in urls}, {"file"})
        self.assertTrue(all(u.endswith("sample.html") for u in urls), urls)

    def state(self):
        """The state as the page exports it, checked against its schema."""
        Select(self.one("#export")).select_by_value("json")
        state = json.loads(self.wait_file("worksheet-state.json"))
        jsonschema.Draft202012Validator(json.loads((SOURCE / "docs/schema/state.schema.json").read_text())).validate(state)
        return state

    def given(self, state):
        """Imports a state."""
        path = Path(self.folder, "given.json")
        path.write_text(state if isinstance(state, str) else json.dumps(state))
        self.driver.execute_script("document.getElementById('say').textContent = ''; document.getElementById('import-file').hidden = false")
        self.one("#import-file").send_keys(str(path))
        WebDriverWait(self.driver, 5).until(lambda d: "imported" in self.one("#say").text)

    def card_of(self, words):
        """The card of the sentence with these words, with its controls."""
        card = self.one("#sheets").find_element(By.XPATH, ".//p[contains(., '%s')]/ancestor::div[contains(@class, 'card')]" % words)
        self.driver.execute_script("arguments[0].scrollIntoView()", card)
        WebDriverWait(self.driver, 5).until(lambda d: card.find_elements(CSS, ".check select"))
        return card

    # ---- the page

    def test_findings_come_first_and_long_lists_are_folded(self):
        for name in ("articles-5.html", "articles-200.html"):
            self.open(name)
            order = [e.get_attribute("id") for e in self.all("main > section[id]")]
            self.assertEqual(order, ["findings", "claims", "articles", "sources", "duplicates", "unused"])
            bottom = self.driver.execute_script("return document.querySelector('.finding').getBoundingClientRect().bottom")
            self.assertLess(bottom, 500, "the first finding stands in the upper half of the first screen of " + name)
        self.assertFalse(self.one("#article-list").is_displayed())
        self.open("articles-5.html")
        self.assertTrue(self.one("#article-list").is_displayed())

    def test_section_links_land_where_they_say(self):
        for name in ("articles-5.html", "articles-50.html", "articles-200.html", "large.html"):
            for width in (1440, 400):
                self.driver.set_window_size(width, 1000)
                self.driver.get("about:blank")
                self.open(name, fresh=False)
                links = self.all("nav.toc a")
                for link in links + links[::-1]:
                    section = link.get_attribute("href").split("#")[1]
                    link.click()
                    self.assertLessEqual(self.resting_distance(section), 4, "%s#%s at %d" % (name, section, width))
        self.driver.set_window_size(1440, 1000)

    def resting_distance(self, section):
        """How far the section's top is from the bar's bottom once the page has come to rest."""
        last = None
        for _ in range(60):
            time.sleep(0.05)
            found = self.driver.execute_script("""
                const sticky = [document.querySelector('header.bar'), document.querySelector('nav.toc')].find(e => getComputedStyle(e).position === 'sticky');
                return [scrollY, document.getElementById(arguments[0]).getBoundingClientRect().top - sticky.getBoundingClientRect().bottom]""", section)
            if found == last:
                break
            last = found
        return abs(last[1])

    def test_filters(self):
        self.open()
        Select(self.one("[data-filter=level]")).select_by_visible_text("look")
        self.assertEqual([e.get_attribute("id") for e in self.visible(".finding")], ["F2"])
        Select(self.one("[data-filter=level]")).select_by_visible_text("all")
        Select(self.one("[data-filter=rule]")).select_by_visible_text("quote.altered")
        self.assertEqual([e.get_attribute("id") for e in self.visible(".finding")], ["F2"])
        Select(self.one("[data-filter=rule]")).select_by_visible_text("all")
        self.one("[data-filter=text]").send_keys("four against")
        self.assertEqual([e.get_attribute("id") for e in self.visible(".finding")], ["F1"])
        self.one("[data-filter=text]").clear()
        self.one("[data-filter=text]").send_keys(" ", Keys.BACKSPACE)
        Select(self.one("[data-filter=arts]")).select_by_visible_text("c")
        self.assertEqual([e.get_attribute("id") for e in self.visible(".finding")], ["F1"])
        self.assertEqual({e.get_attribute("id").split("-")[0] for e in self.visible(".card")}, {"s2"})
        Select(self.one("[data-filter=pair]")).select_by_visible_text("b")
        self.assertEqual([e.text.split(" ")[0] for e in self.visible("#sheets .card .val")], ["5"])

    def test_claims_by_check_worthiness(self):
        self.open()
        kinds = lambda: [e.text for e in self.visible("#sheets h3")]
        Select(self.one("#claim-order")).select_by_value("worth")
        self.assertEqual(kinds(), ["Contradicted elsewhere", "names", "figures"])
        self.one("#worths summary").click()
        self.one("#worths [data-worth='4']").click()  # figures
        self.assertNotIn("figures", kinds())
        self.one("#worths [data-worth='4']").click()
        Select(self.one("#claim-order")).select_by_value("")
        self.assertEqual([e.get_attribute("data-d") for e in self.all("#sheets .sheet")], ["0", "1", "2"])
        self.assertNotIn("one", [e.text for e in self.visible("#sheets .val")])  # "now", "a day", "one" are off
        self.one("#worths [data-worth='10']").click()
        self.assertIn("1", [e.text for e in self.visible("#sheets .val")])

    def test_what_is_told_twice_is_asked_once_and_all_its_places_light(self):
        self.open()
        row = self.one("#c0-n1")
        self.assertIn("also ¶", row.text)
        self.driver.execute_script("document.querySelector('#s0-2 .sentence a.k-name').click()")
        self.assertIn("lit", row.get_attribute("class"))
        self.assertEqual([e.text for e in self.all("#d0 a.lit")], ["Reld", "Reld"])

    def test_a_value_lights_all_that_is_told_of_the_same_thing(self):
        self.open()
        self.driver.execute_script("document.querySelector('#d1 a.m.k-figure').click()")
        self.assertEqual([e.get_attribute("id") for e in self.all("#claims .lit")], ["c0-f1", "c1-f1", "c2-f1"])
        self.assertEqual([e.text for e in self.all("#articles .lit")], ["Four", "Five", "Five"])

    # ---- notes

    def test_counts_and_undo(self):
        self.open()
        count = lambda: self.one("#checked").text
        self.assertTrue(count().endswith("0 of 2 findings checked ·"), count())
        self.state_of("F1").select_by_visible_text("A right")
        self.assertIn("A right", self.one("#say").text)
        self.assertTrue(count().endswith("1 of 2 findings checked ·"), count())
        self.open(fresh=False)
        self.assertEqual(self.state_of("F1").first_selected_option.text, "A right")
        self.state_of("F1").select_by_visible_text("neither")
        self.one("#undo").click()
        self.assertEqual(self.state_of("F1").first_selected_option.text, "A right")

    def test_what_is_signed_off_leaves_the_top_once_the_person_goes_on(self):
        self.open()
        order = lambda: [e.get_attribute("id") for e in self.all(".finding")]
        self.state_of("F1").select_by_visible_text("B right")
        self.assertEqual(order(), ["F1", "F2"])  # not while somebody works there
        self.one("#F2 .check select").click()
        WebDriverWait(self.driver, 5).until(lambda d: order() == ["F2", "F1"])
        self.one("#todo").click()
        self.assertEqual([e.get_attribute("id") for e in self.visible(".finding")], ["F2"])

    def test_a_sentences_state_holds_for_claims_without_their_own(self):
        self.open()
        card = self.card_of("Four dockers")
        Select(card.find_element(CSS, ".check select")).select_by_visible_text("confirmed")
        state = self.state()
        self.assertEqual([e["state"] for e in state["sentences"].values()], ["confirmed"])
        self.assertEqual(state["claims"], {})
        Select(card.find_element(CSS, "#c0-f1 .own select")).select_by_visible_text("wrong")
        card.find_element(CSS, "#c0-f1 .own .correction").send_keys("five", Keys.TAB)
        Select(self.one("#export")).select_by_value("csv")
        rows = list(csv.DictReader(io.StringIO(self.wait_file("worksheet-claims.csv").removeprefix("\ufeff"))))
        here = {r["words"]: (r["state"], r["right wording"]) for r in rows if r["article"].startswith("a ") and "Four dockers" in r["sentence"]}
        self.assertEqual(here["Four"], ("wrong", "five"))
        self.assertEqual(here["Four dockers were hurt"], ("confirmed", ""))

    def test_initials_and_day_are_filled_in_and_the_trail_tells_who_when_what(self):
        self.open()
        self.one("#initials").send_keys("EV", Keys.TAB)
        self.state_of("F1").select_by_visible_text("both right")
        note = self.one("#F1 textarea")
        self.assertEqual(note.get_attribute("placeholder"), "Why")
        note.send_keys("one died later", Keys.TAB)
        entry = self.state()["findings"]["0f00000000000001"]
        self.assertEqual((entry["checked_by"], len(entry["checked_on"])), ("EV", 10))
        self.assertEqual([(t["who"], t["field"], t["value"]) for t in entry["trail"] if t["field"] in ("state", "note")],
                         [("EV", "state", "both right"), ("EV", "note", "one died later")])
        self.assertTrue(all(t["when"].startswith("20") for t in entry["trail"]))

    def test_a_source_is_described_once(self):
        self.open()
        self.state_of("F1").select_by_visible_text("A right")
        Select(self.one("#F1 [data-field=source_kind]")).select_by_visible_text("document")
        self.one("#F1 [data-field=evidence]").send_keys("page 3", Keys.TAB)
        self.one("#F1 [data-field=source]").send_keys("port log", Keys.TAB)
        self.state_of("F2").select_by_visible_text("leave")
        self.one("#F2 [data-field=source]").send_keys("port log", Keys.TAB)
        entry = self.state()["findings"]["0f00000000000002"]
        self.assertEqual((entry["source"], entry["source_kind"], entry["evidence"]), ("port log", "document", "page 3"))

    def test_import_keeps_both_notes_and_marks_clashes(self):
        self.open()
        self.state_of("F1").select_by_visible_text("A right")
        self.given({"schema": "crosscheck.state/1", "findings": {
            "0f00000000000001": {"state": "B right", "checked_by": "KL", "note": "asked the port", "changed": "2001-01-01T00:00:00Z"},
            "0f00000000000002": {"state": "leave", "changed": "2001-01-01T00:00:00Z"}}})
        self.assertIn("2 entries imported", self.one("#say").text)
        self.assertIn("both are kept: F1", self.one("#say").text)
        self.assertEqual(self.state_of("F1").first_selected_option.text, "A right")
        self.assertEqual(self.state_of("F2").first_selected_option.text, "leave")
        self.assertIn("noted otherwise: B right, KL", self.one("#F1 .clash").text)
        entry = self.state()["findings"]["0f00000000000001"]
        self.assertEqual((entry["note"], entry["clash"][0]["state"]), ("asked the port", "B right"))

    def test_a_state_made_from_this_one_is_no_clash(self):
        self.open()
        self.state_of("F1").select_by_visible_text("A right")
        before = self.state()
        self.state_of("F1").select_by_visible_text("neither")
        self.given(before)
        self.assertIn("0 entries imported", self.one("#say").text)
        self.assertEqual(self.all(".clash"), [])

    def test_import_refuses_other_files(self):
        self.open()
        self.given('{"schema": "something else"}')
        self.assertIn("not imported", self.one("#say").text)

    def test_split_and_merge_are_exported(self):
        self.open()
        self.one("#F1 summary").click()
        self.one("#F1 [data-c]").click()
        self.one("#F1 [data-act=split]").click()
        group = self.state()["groups"]["0a00000000000001"]
        self.assertEqual(group["action"], "split")
        self.assertEqual(len(group["claims"]), 1)
        Select(self.one("#F1 [data-merge]")).select_by_index(1)
        self.one("#F1 [data-act=merge]").click()
        self.assertEqual(self.state()["groups"]["0a00000000000001"]["with"], "0a00000000000002")
        self.assertIn("merge", self.one("#F1 .decision").text)

    def test_a_whole_sign_off_by_keys_comes_back_through_the_program(self):
        self.open()
        self.one("#initials").send_keys("EV", Keys.TAB)
        self.one("body").send_keys("n")
        self.assertNotEqual(self.driver.switch_to.active_element.get_attribute("data-field"), "state")  # off until asked for
        self.one("#keys").send_keys(Keys.ENTER)
        self.one("#keys").send_keys("n")
        for press in range(60):
            active = self.driver.switch_to.active_element
            active.send_keys("2")
            if press == 0:
                active.send_keys("e")
                self.driver.switch_to.active_element.send_keys("log of the port", Keys.TAB)
                active.send_keys("n")
            else:
                active.send_keys("n")
            if "nothing more" in self.one("#say").text:
                break
        done = self.one("#checked").text
        checked, count = done.split(" of ")[0], done.split(" of ")[1].split(" ")[0]
        self.assertEqual(checked, count)
        self.assertIn("2 of 2 findings checked", done)
        state = self.state()
        self.assertEqual(state["findings"]["0f00000000000001"]["note"], "log of the port")
        # The program reads it back; its page, in another browser, has all of it.
        path = Path(self.folder, "state.json")
        path.write_text(json.dumps(state))
        subprocess.run([MAKE_PAGES, self.folder, str(path)], check=True)
        try:
            self.open()
            self.assertEqual(self.one("#checked").text, done)
            self.assertEqual(len(self.all(".finding.done")), 2)
            again = self.state()
            for part in ("findings", "claims", "sentences", "sources", "groups"):
                self.assertEqual(again[part], state[part], part)
        finally:
            subprocess.run([MAKE_PAGES, self.folder], check=True)

    def test_keys_walk_back_and_undo(self):
        self.open()
        self.one("#keys").click()
        self.one("#keys").send_keys("j")
        first = self.driver.switch_to.active_element
        first.send_keys("j")
        self.assertEqual(self.driver.switch_to.active_element.get_attribute("aria-label"), "State, finding F2")
        self.driver.switch_to.active_element.send_keys("k")
        self.driver.switch_to.active_element.send_keys("2")
        self.assertEqual(self.state_of("F1").first_selected_option.text, "A right")
        self.driver.switch_to.active_element.send_keys("u")
        self.assertEqual(self.state_of("F1").first_selected_option.text, "to check")

    # ---- exports, print

    def test_csv_is_the_programs(self):
        for name in ("sample.html", "hostile.html", "six.html"):
            self.open(name)
            Select(self.one("#export")).select_by_value("csv")
            # As a file: with the byte order mark that Excel asks for.
            self.assertEqual(self.wait_file("worksheet-claims.csv"), "\ufeff" + Path(self.folder, name + ".csv").read_bytes().decode("utf-8"), name)

    def test_csv_of_what_is_shown_and_markdown(self):
        self.open()
        Select(self.one("[data-filter=arts]")).select_by_visible_text("c")
        self.visible(".card")
        Select(self.one("#export")).select_by_value("csv")
        rows = list(csv.DictReader(io.StringIO(self.wait_file("worksheet-claims.csv").removeprefix("\ufeff"))))
        self.assertEqual({r["article"] for r in rows}, {"c harbour/c.txt"})
        Select(self.one("#export")).select_by_value("md")
        self.assertIn("four against five", self.wait_file("worksheet-findings.md"))

    def pages_printed(self, what):
        """Prints to PDF as the person's choice has it; the number of pages."""
        self.driver.execute_script("document.body.dataset.print = arguments[0]", what)
        pdf = base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"])
        self.assertIn(b"/MediaBox [0 0 594", pdf)  # portrait
        return len(re.findall(rb"/Type /Page\b", pdf))

    def test_print(self):
        self.open("six.html")
        findings = self.pages_printed("findings")
        settle = self.pages_printed("settle")
        everything = self.pages_printed("all")
        print("print of six articles: findings %d, to settle %d, all %d pages" % (findings, settle, everything), file=sys.stderr)
        self.assertLessEqual(findings, 3)
        self.assertLess(settle, everything)

    def test_skip_link_comes_first(self):
        self.open()
        self.one("body").send_keys(Keys.TAB)
        self.assertEqual(self.driver.switch_to.active_element.get_attribute("href").split("#")[1], "findings")

    def test_other_claims_of_the_kind(self):
        self.open()
        self.one("#F1 summary").click()
        self.one("#F1 [data-find]").click()
        self.assertEqual(self.one("[data-filter=text]").get_attribute("value"), "dockers hurt")
        shown, count = self.claims_shown().split(" ")[0], self.claims_shown().split(" ")[2]
        self.assertLess(int(shown), int(count))

    def test_names_roles_and_contrast(self):
        for width in (1440, 1024, 400):
            self.driver.set_window_size(width, 1000)
            self.open()
            self.driver.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
            time.sleep(0.3)
            self.assertEqual(self.driver.execute_script(NAMES), [])
            self.assertEqual(self.driver.execute_script(CONTRAST), [])
            self.assertLessEqual(self.driver.execute_script("return document.documentElement.scrollWidth - innerWidth"), 1)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        self.assertEqual(self.driver.execute_script(CONTRAST), [])
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        self.driver.set_window_size(1440, 1000)

    def test_text_of_articles_stays_text(self):
        self.open("hostile.html")
        self.assertEqual(self.driver.title, "harbour: Fact-check worksheet, 3 articles")
        self.assertEqual(self.all("main img"), [])
        self.assertIn("<script>document.title", self.one("#F1").text)
        self.assertEqual([e for e in self.driver.get_log("browser") if e["level"] == "SEVERE"], [])

    def test_works_without_script(self):
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        try:
            self.driver.get("file://%s/sample.html" % self.folder)
            self.assertIn("Dockers hurt", self.one("#F1").text)
            self.assertFalse(self.one("#filters").is_displayed())
            self.assertFalse(self.one("#undo").is_displayed())
        finally:
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    # ---- large bundles

    def test_200_articles_and_20000_claims_open_and_filter(self):
        for name in ("articles-200.html", "large.html"):
            self.open(name, fresh=False)
            timing = self.driver.execute_script("const n = performance.getEntriesByType('navigation')[0]; return [n.domInteractive, n.loadEventEnd]")
            print("%s: interactive after %d ms, loaded after %d ms" % (name, *timing), file=sys.stderr)
            # Not the clock but this is what keeps the page quick: most cards wait as text, and only those near the window have controls.
            self.assertLess(self.driver.execute_script("return document.querySelectorAll('.check select').length"), 2000)
        begin = time.monotonic()
        self.one("[data-filter=text]").send_keys("hall 3 of")
        WebDriverWait(self.driver, 60).until(lambda d: self.claims_shown() == "500 of 20000 shown")
        print("large.html: %.2f s until all is filtered" % (time.monotonic() - begin), file=sys.stderr)
        WebDriverWait(self.driver, 60).until(lambda d: not self.all("main noscript"))
        self.assertEqual(self.driver.execute_script("return document.querySelectorAll('#claims .claim').length"), 20000)
        self.assertEqual(self.driver.execute_script("return document.querySelectorAll('#claims .card:not([hidden])').length"), 500)
        self.assertEqual(self.driver.execute_script("return document.querySelectorAll('#articles a.m').length"), 20000)

    def claims_shown(self):
        return self.one("#claims-shown").get_attribute("textContent")

    def test_a_link_into_a_part_that_waits_finds_its_row(self):
        self.driver.get("about:blank")
        self.driver.get("file://%s/large.html#c490-f7" % self.folder)
        self.assertTrue(self.one("#c490-f7").is_displayed())
        self.driver.execute_script("document.querySelector('#s490-7 .sentence a').click()")
        self.assertIn("lit", self.one("#c490-f7").get_attribute("class"))
        self.assertEqual(self.one("#d490 a.lit").text, "1007")

    def test_printing_fills_in_everything(self):
        self.driver.get("about:blank")
        self.driver.get("file://%s/large.html" % self.folder)
        self.driver.execute_script("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(self.driver.execute_script("return document.querySelectorAll('#claims .claim').length"), 20000)
        self.assertEqual([e.get_attribute("id") for e in self.all("details:not([open])")], ["worths"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
