#!/usr/bin/env python3
"""Tests the worksheet page in Chromium: page_test.py MAKE_PAGES. Skipped (exit 77) only where CROSSCHECK_NO_BROWSER is set."""
import csv
import io
import json
import os
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

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

MAKE_PAGES = sys.argv.pop(1)
CSS = By.CSS_SELECTOR

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
                     "--disable-component-update", "--disable-sync", "--force-prefers-reduced-motion", "--window-size=1440,1000", "--user-data-dir=" + cls.folder + "/profile"):
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
        select = "#%s select[data-field=state]" % finding
        WebDriverWait(self.driver, 5).until(lambda d: d.find_elements(CSS, select))
        return Select(self.one(select))

    def wait_file(self, name):
        path = Path(self.folder, name)
        WebDriverWait(self.driver, 10).until(lambda d: path.exists())
        text = path.read_text(encoding="utf-8")
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

    def test_filters(self):
        self.open()
        rows = "#findings-table > tbody"
        self.assertEqual(len(self.visible(rows)), 2)
        Select(self.one("[data-filter=level]")).select_by_visible_text("warning")
        self.assertEqual([e.get_attribute("id") for e in self.visible(rows)], ["F2"])
        Select(self.one("[data-filter=level]")).select_by_visible_text("all")
        self.one("[data-filter=text]").send_keys("four against")
        self.assertEqual([e.get_attribute("id") for e in self.visible(rows)], ["F1"])
        self.one("[data-filter=text]").clear()
        self.one("[data-filter=text]").send_keys(" ", Keys.BACKSPACE)
        Select(self.one("[data-filter=arts]")).select_by_visible_text("c")
        self.assertEqual([e.get_attribute("id") for e in self.visible(rows)], ["F1"])

    def test_sort(self):
        self.open()
        header = self.one("th[data-sort=rank] button")
        header.click()
        self.assertEqual(self.all("#findings-table > tbody")[0].get_attribute("id"), "F1")
        header.click()
        self.assertEqual(self.all("#findings-table > tbody")[0].get_attribute("id"), "F2")
        self.assertEqual(self.one("th[data-sort=rank]").get_attribute("aria-sort"), "descending")

    def test_state_is_kept_over_reload_and_undone(self):
        self.open()
        self.state_of("F1").select_by_visible_text("confirmed")
        self.assertIn("confirmed", self.one("#say").text)
        self.open(fresh=False)
        self.assertEqual(self.state_of("F1").first_selected_option.text, "confirmed")
        self.state_of("F1").select_by_visible_text("wrong")
        self.one("#undo").click()
        self.assertEqual(self.state_of("F1").first_selected_option.text, "confirmed")

    def test_export_and_import(self):
        self.open()
        self.state_of("F1").select_by_visible_text("wrong")
        self.one("#F1 summary").click()
        self.one("#F1 [data-act='not comparable']").click()
        self.assertIn("not comparable", self.one("#F1 .decision").text)
        Select(self.one("#export")).select_by_value("json")
        text = self.wait_file("worksheet-state.json")
        state = json.loads(text)
        self.assertEqual(state["schema"], "crosscheck.state/1")
        self.assertEqual(state["findings"]["0f00000000000001"]["state"], "wrong")
        self.assertEqual(state["groups"]["0a00000000000001"]["action"], "not comparable")
        self.assertEqual(set(state["known"]), {"0f00000000000001", "0f00000000000002"})
        self.open()
        self.assertEqual(self.state_of("F1").first_selected_option.text, "to check")
        path = Path(self.folder, "given.json")
        path.write_text(text)
        self.driver.execute_script("document.getElementById('import-file').hidden = false")
        self.one("#import-file").send_keys(str(path))
        WebDriverWait(self.driver, 5).until(lambda d: "imported" in self.one("#say").text)
        self.assertEqual(self.state_of("F1").first_selected_option.text, "wrong")
        self.assertIn("not comparable", self.one("#F1 .decision").text)

    def test_import_keeps_the_newest_and_names_what_differed(self):
        self.open()
        self.state_of("F1").select_by_visible_text("wrong")
        mine = {"schema": "crosscheck.state/1", "findings": {"0f00000000000001": {"state": "confirmed", "changed": "2001-01-01T00:00:00Z"},
                                                             "0f00000000000002": {"state": "changed", "changed": "2001-01-01T00:00:00Z"}}}
        path = Path(self.folder, "older.json")
        path.write_text(json.dumps(mine))
        self.driver.execute_script("document.getElementById('import-file').hidden = false")
        self.one("#import-file").send_keys(str(path))
        WebDriverWait(self.driver, 5).until(lambda d: "imported" in self.one("#say").text)
        self.assertIn("1 entry imported", self.one("#say").text)
        self.assertIn("the newest was kept: F1", self.one("#say").text)
        self.assertEqual(self.state_of("F1").first_selected_option.text, "wrong")
        self.assertEqual(self.state_of("F2").first_selected_option.text, "changed")

    def test_other_claims_of_the_kind(self):
        self.open()
        self.one("#F1 summary").click()
        self.one("#F1 [data-find]").click()
        self.assertEqual(self.one("[data-filter=text]").get_attribute("value"), "dockers hurt")
        self.assertTrue(self.claims_shown().endswith("of 7 shown"))
        self.assertNotEqual(self.claims_shown(), "7 of 7 shown")

    def test_import_refuses_other_files(self):
        self.open()
        path = Path(self.folder, "other.json")
        path.write_text('{"schema": "something else"}')
        self.driver.execute_script("document.getElementById('import-file').hidden = false")
        self.one("#import-file").send_keys(str(path))
        WebDriverWait(self.driver, 5).until(lambda d: "not imported" in self.one("#say").text)

    def test_csv_and_markdown(self):
        self.open()
        Select(self.one("#export")).select_by_value("csv")
        text = self.wait_file("worksheet-claims.csv").removeprefix("\ufeff")
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual([r["words"] for r in rows if r["type"] == "count"], ["Four", "120", "Five", "Five", "120"])
        four = next(r for r in rows if r["words"] == "Four")
        self.assertEqual([four[k] for k in ("article", "place", "sentence", "said by", "value", "about", "as of", "differs from", "state")],
                         ["a", "1:1", "Four dockers were hurt, the coastguard said.", "the coastguard", "4", "dockers", "2026-03-03", "b Five; c Five", "to check"])
        Select(self.one("#export")).select_by_value("md")
        self.assertIn("four against five", self.wait_file("worksheet-findings.md"))

    def test_split_and_merge_are_exported(self):
        self.open()
        self.one("#F1 summary").click()
        self.one("#F1 [data-c]").click()
        self.one("#F1 [data-act=split]").click()
        Select(self.one("#export")).select_by_value("json")
        group = json.loads(self.wait_file("worksheet-state.json"))["groups"]["0a00000000000001"]
        self.assertEqual(group["action"], "split")
        self.assertEqual(len(group["claims"]), 1)
        Select(self.one("#F1 [data-merge]")).select_by_index(1)
        self.one("#F1 [data-act=merge]").click()
        Select(self.one("#export")).select_by_value("json")
        self.assertEqual(json.loads(self.wait_file("worksheet-state.json"))["groups"]["0a00000000000001"]["with"], "0a00000000000002")

    def test_keyboard(self):
        self.open()
        self.one("body").send_keys("j")
        self.assertNotEqual(self.driver.switch_to.active_element.get_attribute("data-field"), "state")  # off until asked for
        keys = self.one("#keys")
        keys.send_keys(Keys.ENTER)
        self.assertEqual(keys.get_attribute("aria-pressed"), "true")
        keys.send_keys("j")
        self.driver.switch_to.active_element.send_keys("3")
        self.assertEqual(self.state_of("F1").first_selected_option.text, "wrong")
        self.driver.switch_to.active_element.send_keys("n")
        self.driver.switch_to.active_element.send_keys("seen", Keys.TAB)
        self.open(fresh=False)
        self.state_of("F1")
        self.assertEqual(self.one("#F1 textarea").get_attribute("value"), "seen")

    def test_skip_link_comes_first(self):
        self.open()
        self.one("body").send_keys(Keys.TAB)
        self.assertEqual(self.driver.switch_to.active_element.get_attribute("href").split("#")[1], "findings")

    def test_a_value_lights_all_members(self):
        self.open()
        self.driver.execute_script("document.querySelector('#d1 a.m').click()")
        self.assertEqual(len(self.all("#claims .lit")), 3)

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

    def test_500_articles_and_20000_claims_open_and_filter_quickly(self):
        self.open("large.html", fresh=False)
        timing = self.driver.execute_script("const n = performance.getEntriesByType('navigation')[0]; return [n.domInteractive, n.loadEventEnd]")
        print("large page: interactive after %d ms, loaded after %d ms" % tuple(timing), file=sys.stderr)
        # Not the clock but this is what keeps the page quick: most tables wait as text, and only rows near the window have controls.
        self.assertLess(self.driver.execute_script("return document.querySelectorAll('td.check select').length"), 2000)
        begin = time.monotonic()
        self.one("[data-filter=text]").send_keys("hall 3 of")
        WebDriverWait(self.driver, 60).until(lambda d: self.claims_shown() == "500 of 20000 shown")
        print("large page: %.2f s until all is filled in and filtered" % (time.monotonic() - begin), file=sys.stderr)
        self.assertEqual(self.driver.execute_script("return document.querySelectorAll('#claims tbody tr').length"), 20000)
        self.assertEqual(self.driver.execute_script("return document.querySelectorAll('#articles a.m').length"), 20000)
        self.assertEqual(self.all("main noscript"), [])

    def claims_shown(self):
        return self.one("#claims-shown").get_attribute("textContent")

    def test_a_link_into_a_part_that_waits_finds_its_row(self):
        self.driver.get("about:blank")
        self.driver.get("file://%s/large.html#c490-f7" % self.folder)
        self.assertTrue(self.one("#c490-f7").is_displayed())
        self.driver.execute_script("document.querySelector('#c490-f7 a').click()")
        self.assertEqual(self.one("#t490-f7").text, "1007")
        self.assertIn("lit", self.one("#c490-f7").get_attribute("class"))

    def test_printing_fills_in_everything(self):
        self.driver.get("about:blank")
        self.driver.get("file://%s/large.html" % self.folder)
        self.driver.execute_script("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(self.driver.execute_script("return document.querySelectorAll('#claims tbody tr').length"), 20000)
        self.assertEqual(self.all("details:not([open])"), [])

    def test_claims_in_another_order_and_back(self):
        self.open()
        values = lambda: [e.text for e in self.all("#sheets tbody td:nth-child(4) b")]
        first = values()
        Select(self.one("#claim-order")).select_by_value("value")
        self.assertEqual([v for v in values() if v[:1].isdigit()], ["4", "5", "5", "120", "120"])
        Select(self.one("#claim-order")).select_by_value("")
        self.assertEqual(values(), first)
        self.assertEqual(self.claims_shown(), "7 of 7 shown")


if __name__ == "__main__":
    unittest.main(verbosity=2)
