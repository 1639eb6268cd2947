// The worksheet as one HTML page: works offline and without script, asks for nothing outside, and lets no text act as markup.
#include <algorithm>

#include "absl/strings/escaping.h"
#include "base/json.h"
#include "base/sha256.h"
#include "compare/state.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/html_page.h"
#include "report/summary_text.h"
#include "report/value_text.h"
#include "rulebook/embedded.h"

namespace crosscheck {
namespace {

constexpr size_t kColors = 8;
constexpr size_t kClaimsAtOnce = 1000;

std::string_view PageFile(std::string_view suffix) {
  for (const EmbeddedFile& file : EmbeddedPage()) {
    if (file.path.ends_with(suffix)) return file.text;
  }
  return "";
}

// A source for the content policy: the hash of the one inline text that may act.
std::string PolicyHash(std::string_view text) {
  const std::string bytes = absl::HexStringToBytes(Sha256Hex(text));
  return StrCat("'sha256-", absl::Base64Escape(bytes), "'");
}

std::string Count(size_t n, std::string_view one, std::string_view many) { return StrCat(n, " ", n == 1 ? one : many); }

// The folder that all articles come from, by the last part of its path; empty where they have none in common.
std::string BundleName(const Worksheet& sheet) {
  std::string_view common;
  for (size_t i = 0; i < sheet.documents.size(); ++i) {
    const std::string_view uri = sheet.documents[i].document.uri;
    const std::string_view folder = uri.substr(0, std::min(uri.rfind('/'), uri.size()));
    if (folder.size() == uri.size() || (i > 0 && folder != common)) return "";
    common = folder;
  }
  return OneLine(common.substr(common.rfind('/') + 1));
}

void WriteHead(const HtmlPage& page, std::string_view style, std::string_view script) {
  const std::string name = BundleName(page.sheet);
  page.out.Add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ", PolicyHash(style),
               "; script-src ", PolicyHash(script), "; base-uri 'none'; form-action 'none'\">\n",
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
               "<meta name=\"referrer\" content=\"no-referrer\">\n<title>", name.empty() ? "" : StrCat(EscapeHtml(name), ": "),
               "Fact-check worksheet, ", Count(page.sheet.documents.size(), "article", "articles"), "</title>\n<style>", style,
               "</style>\n</head>\n");
}

void WriteBar(const HtmlPage& page, const SheetSummary& s) {
  const std::string name = BundleName(page.sheet);
  page.out.Add(
      "<body data-bundle=\"", BundleFingerprint(page.sheet), "\">\n<a class=\"skip\" href=\"#findings\">Skip to findings</a>\n",
      "<a class=\"skip\" href=\"#claims\">Skip to all claims</a>\n<header class=\"bar\"><h1>Fact-check worksheet",
      name.empty() ? "" : StrCat(": ", EscapeHtml(name)),
      "</h1><span "
      "class=\"tally\">",
      Count(s.documents, "article", "articles"), ", ", Count(s.origins, "origin", "origins"), " · ", s.errors + s.warnings,
      " to settle, ", s.notes, " to look at", s.groups == 0 ? "" : StrCat(", ", Count(s.agreeing_groups, "agrees", "agree")),
      s.unchecked == 0 ? "" : StrCat(" · ", Count(s.unchecked, "story", "stories"), " not checked"),
      s.fresh > 0 ? StrCat(" · ", s.fresh, " new") : "",
      "</span>\n<span class=\"tools script-only\"><span class=\"tag\" id=\"saved\">nothing noted yet</span>",
      "<button type=\"button\" id=\"undo\" disabled>Undo</button>",
      "<select id=\"export\" aria-label=\"Export\"><option value=\"\">Export…</option><option value=\"json\">Notes and state "
      "(JSON)</option>",
      "<option value=\"csv\">Claims shown (CSV)</option><option value=\"md\">Findings shown (Markdown)</option></select>",
      "<button type=\"button\" id=\"import\">Import…</button><input type=\"file\" id=\"import-file\" accept=\".json\" hidden "
      "aria-label=\"State file\">",
      "<button type=\"button\" id=\"print\">Print</button>",
      "<button type=\"button\" id=\"keys\" aria-pressed=\"false\" title=\"j k: next, previous; 1 to 6: state; n: note; u: "
      "undo\">Keys: off</button>",
      "</span></header>\n<nav class=\"toc\" aria-label=\"Sections\"><a href=\"#summary\">Summary</a>",
      page.sheet.draft ? "<a href=\"#draft\">The draft</a>" : "", "<a href=\"#findings\">Findings</a>",
      "<a href=\"#claims\">All claims</a><a href=\"#sources\">Sources</a><a href=\"#duplicates\">Duplicates</a>",
      "<a href=\"#articles\">Articles</a><a href=\"#unused\">Not understood</a></nav>\n<main>\n");
}

void WriteCard(const HtmlPage& page, std::string_view kind, size_t count, std::string_view label) {
  page.out.Add("<div class=\"card ", kind, "\"><b>", count, "</b>", label, "</div>");
}

void WriteArticleList(const HtmlPage& page) {
  page.out.Add(
      "<div><table><caption>Articles of the bundle</caption><thead><tr><th scope=\"col\">Letter</th><th "
      "scope=\"col\">Article</th>",
      "<th scope=\"col\">Outlet</th><th scope=\"col\">Published</th></tr></thead><tbody>");
  for (const Record& record : page.sheet.documents) {
    const Document& d = record.document;
    page.out.Add("<tr><td>", page.Badge(d.id), "</td><td>", EscapeHtml(TitleOf(d)), "</td><td>", EscapeHtml(d.outlet),
                 "</td><td class=\"n\">", d.published ? DaysText(d.published->days) : "not known", "</td></tr>\n");
  }
  page.out.Add("</tbody></table></div>");
}

void WriteSummary(const HtmlPage& page, const SheetSummary& s) {
  page.out.Add(
      "<section id=\"summary\"><h2>Summary</h2>\n<p class=\"hint\">Where the articles agree and differ, and what is copied. ",
      "The sheet never says which side is true: that is for the person who checks.</p>\n<div class=\"cards\">");
  WriteCard(page, "", s.documents, "articles");
  WriteCard(page, "", s.origins, "independent origins");
  WriteCard(page, "error", s.errors, "errors");
  WriteCard(page, "warning", s.warnings, "warnings");
  WriteCard(page, "note", s.notes, "to look at");
  WriteCard(page, "agree", s.agreeing_groups, "groups agree");
  if (s.compatible_groups > 0) WriteCard(page, "", s.compatible_groups, "groups do not contradict");
  if (s.fresh > 0) WriteCard(page, "", s.fresh, "new since the run before");
  if (s.suppressed > 0) WriteCard(page, "", s.suppressed, "set aside");
  page.out.Add("</div>\n<p id=\"compared\">", EscapeHtml(ComparedText(s)), ".</p>\n");
  if (!page.sheet.unread.empty()) {
    page.out.Add("<div role=\"note\"><h3>Not read</h3><ul>");
    for (const Unread& u : page.sheet.unread) page.out.Add("<li>", EscapeHtml(u.uri), ": ", EscapeHtml(u.reason), "</li>");
    page.out.Add("</ul></div>\n");
  }
  if (!page.sheet.unchecked.empty()) {
    page.out.Add("<div role=\"note\"><h3>Not checked</h3><ul>");
    for (const Unchecked& u : page.sheet.unchecked) {
      page.out.Add("<li>", page.Badge(u.document), " ", EscapeHtml(u.document), StoryText(page.index, u), ": ", EscapeHtml(u.reason),
                   "</li>");
    }
    page.out.Add("</ul></div>\n");
  }
  page.out.Add("<div class=\"two\">");
  WriteArticleList(page);
  page.out.Add("<figure>", MatrixPicture(page), "</figure></div></section>\n");
}

// What --state brought, for the script; "<" is escaped so that no text ends the element.
void WriteChecks(const HtmlPage& page) {
  Json checks = Json::array();
  for (const Check& c : page.sheet.checks) {
    checks.push_back({{"target", JsonName(c.target)},
                      {"fingerprint", c.fingerprint},
                      {"state", c.state},
                      {"source", c.source},
                      {"evidence", c.evidence},
                      {"checked_by", c.checked_by},
                      {"checked_on", c.checked_on},
                      {"note", c.note}});
  }
  std::string text = DumpJson(checks);
  for (size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) text.replace(at, 1, "\\u003c");
  page.out.Add("<script type=\"application/json\" id=\"given\">", text, "</script>\n");
}

void WriteFoot(const HtmlPage& page, std::string_view script) {
  page.out.Add("<section class=\"addresses\"><h2>Addresses</h2><ol>");
  for (const Record& record : page.sheet.documents) {
    const Document& d = record.document;
    page.out.Add("<li>", page.index.Letter(d.id), ": ", EscapeHtml(d.url.empty() ? NameOf(d) : d.url), "</li>");
  }
  page.out.Add("</ol><p class=\"signoff\"><span>Checked by, date</span><span>Signed off by, date</span></p></section>\n",
               "<footer class=\"hint\">crosscheck ", page.sheet.tool.version, ", rules ",
               std::string_view(page.sheet.tool.rules).substr(0, 12),
               "</footer>\n</main>\n<div id=\"say\" role=\"status\" aria-live=\"polite\"></div>\n");
  WriteChecks(page);
  page.out.Add("<script>", script, "</script>\n</body>\n</html>\n");
}

}  // namespace

HtmlPage::HtmlPage(const Worksheet& worksheet, Out& o) : sheet(worksheet), index(worksheet), out(o) {
  size_t claims = 0;
  for (size_t i = 0; i < sheet.documents.size(); ++i) {
    const Record& record = sheet.documents[i];
    numbers.emplace(record.document.id, i);
    claims += record.statements.size() + record.figures.size() + record.dates.size();
    if (claims <= kClaimsAtOnce) at_once = i + 1;
  }
}

std::string HtmlPage::Anchor(std::string_view document, std::string_view claim) const {
  const auto it = numbers.find(document);
  return it == numbers.end() || claim.empty() ? "" : StrCat(it->second, "-", EscapeHtml(claim));
}

std::string HtmlPage::Badge(std::string_view document) const {
  const auto it = numbers.find(document);
  if (it == numbers.end()) return "";
  return StrCat("<a class=\"L c", it->second % kColors, "\" href=\"#d", it->second, "\">", LetterOf(it->second), "</a>");
}

std::string HtmlPage::Marked(std::string_view document, Span sentence, Span focus, std::string_view fallback) const {
  const Record* record = index.Find(document);
  if (record == nullptr || sentence.end > record->document.text.size() || !sentence.Contains(focus)) return EscapeHtml(fallback);
  const std::string_view text = record->document.text;
  return StrCat(EscapeHtml(text.substr(sentence.start, focus.start - sentence.start)), "<mark>", EscapeHtml(focus.In(text)),
                "</mark>", EscapeHtml(text.substr(focus.end, sentence.end - focus.end)));
}

absl::Status WriteHtml(const Worksheet& sheet, const WriteOptions&, Out& out) {
  const HtmlPage page(sheet, out);
  const std::string_view style = PageFile("page.css");
  const std::string_view script = PageFile("page.js");
  const SheetSummary summary = page.index.Summary();
  WriteHead(page, style, script);
  WriteBar(page, summary);
  WriteSummary(page, summary);
  WriteDraftSection(page);
  WriteFindingsSection(page);
  WriteClaimsSection(page);
  WriteSourcesSection(page);
  WriteDuplicatesSection(page);
  WriteArticlesSection(page);
  WriteUnusedSection(page);
  WriteFoot(page, script);
  return absl::OkStatus();
}

}  // namespace crosscheck
