// The worksheet as one HTML page: works offline and without script, asks for nothing outside, and lets no text act as markup.
#include <algorithm>

#include "absl/strings/escaping.h"
#include "base/sha256.h"
#include "compare/state.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/html_page.h"
#include "report/summary_text.h"
#include "rulebook/embedded.h"

namespace crosscheck {
namespace {

constexpr size_t kColors = 8;
constexpr size_t kClaimsAtOnce = 1000;
// The script in the order of its parts, each of which uses those before it.
constexpr std::string_view kScripts[] = {"page.base.js", "page.notes.js", "page.claims.js", "page.findings.js", "page.js"};

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

// The folder that all articles come from; empty where they have none in common.
std::string_view FolderOf(const Worksheet& sheet) {
  std::string_view common;
  for (size_t i = 0; i < sheet.documents.size(); ++i) {
    const std::string_view uri = sheet.documents[i].document.uri;
    const std::string_view folder = uri.substr(0, std::min(uri.rfind('/'), uri.size()));
    if (folder.size() == uri.size() || (i > 0 && folder != common)) return "";
    common = folder;
  }
  return common;
}

// What the bundle is called: the last part of its folder.
std::string BundleName(const HtmlPage& page) { return OneLine(page.folder.substr(page.folder.rfind('/') + 1)); }

void WriteHead(const HtmlPage& page, std::string_view style, std::string_view script) {
  const std::string name = BundleName(page);
  page.out.Add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ", PolicyHash(style),
               "; script-src ", PolicyHash(script), "; base-uri 'none'; form-action 'none'\">\n",
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
               "<meta name=\"referrer\" content=\"no-referrer\">\n<title>", name.empty() ? "" : StrCat(EscapeHtml(name), ": "),
               "Fact-check worksheet, ", CountText(page.sheet.documents.size(), "article", "articles"), "</title>\n<style>", style,
               "</style>\n</head>\n");
}

constexpr std::string_view kTools =
    "<span class=\"tools script-only\"><span class=\"tag\" id=\"saved\">nothing noted yet</span>"
    "<label class=\"tag\">Initials <input id=\"initials\" size=\"4\" maxlength=\"12\" autocomplete=\"off\"></label>"
    "<button type=\"button\" id=\"undo\" disabled>Undo</button>"
    "<select id=\"export\" aria-label=\"Export\"><option value=\"\">Export…</option><option value=\"json\">Notes and state (JSON)</option>"
    "<option value=\"csv\">Claims shown (CSV)</option><option value=\"md\">Findings shown (Markdown)</option></select>"
    "<button type=\"button\" id=\"import\">Import…</button><input type=\"file\" id=\"import-file\" accept=\".json\" hidden "
    "aria-label=\"State file\">"
    "<select id=\"print\" aria-label=\"Print\"><option value=\"\">Print…</option><option value=\"findings\">Findings only</option>"
    "<option value=\"settle\">Findings, claims with something to settle</option><option value=\"all\">All</option></select>"
    "<button type=\"button\" id=\"keys\" aria-pressed=\"false\" title=\"j k: next, previous; n: next unchecked; 1 to 7: state; e: note; u: "
    "undo\">Keys: off</button></span>";

// Where the articles agree and differ in one line; the script adds how much is checked.
void WriteTally(const HtmlPage& page, const SheetSummary& s) {
  page.out.Add("<span class=\"tally\"><b id=\"checked\"></b> ", CountText(s.documents, "article", "articles"), ", ", CountText(s.origins, "origin", "origins"),
               " · ", s.errors + s.warnings, " to settle, ", s.notes, " to look at", s.groups == 0 ? "" : StrCat(", ", s.agreeing_groups, s.agreeing_groups == 1 ? " agrees" : " agree"),
               s.signed_off == 0 ? "" : StrCat(" · ", s.signed_off, " signed off"), s.suppressed == 0 ? "" : StrCat(" · ", s.suppressed, " set aside"));
  if (s.unchecked > 0) page.out.Add(" · <a href=\"#gaps\">", CountText(s.unchecked, "story", "stories"), " not checked</a>");
  if (s.fresh > 0) page.out.Add(" · ", s.fresh, " new");
  page.out.Add("</span>");
}

void WriteBar(const HtmlPage& page, const SheetSummary& s) {
  const std::string name = BundleName(page);
  page.out.Add("<body data-bundle=\"", BundleFingerprint(page.sheet), "\">\n<a class=\"skip\" href=\"#findings\">Skip to findings</a>\n",
               "<a class=\"skip\" href=\"#claims\">Skip to claims</a>\n<header class=\"bar\"><h1>Fact-check worksheet",
               name.empty() ? "" : StrCat(": ", EscapeHtml(name)), "</h1>");
  WriteTally(page, s);
  page.out.Add("\n", kTools, "\n<nav class=\"toc\" aria-label=\"Sections\">", page.sheet.draft ? "<a href=\"#draft\">The draft</a>" : "", "<a href=\"#findings\">Findings</a><a href=\"#claims\">Claims</a>",
               "<a href=\"#articles\">Articles</a><a href=\"#sources\">Sources</a><a href=\"#duplicates\">Duplicates</a><a href=\"#unused\">Not "
               "understood</a></nav></header>\n<main>\n");
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
  WriteData(page);
  page.out.Add("<script>", script, "</script>\n</body>\n</html>\n");
}

}  // namespace

ArticleSheet::ArticleSheet(const SheetIndex& index, const Record& record)
    : places(record.document), claims(index.ClaimsOf(record, places)), cards(CardsOf(claims)), paragraphs(ParagraphsOf(record.document)) {}

HtmlPage::HtmlPage(const Worksheet& worksheet, Out& o) : sheet(worksheet), index(worksheet), out(o) {
  folder = FolderOf(sheet);
  size_t claims = 0;
  articles.reserve(sheet.documents.size());
  for (size_t i = 0; i < sheet.documents.size(); ++i) {
    numbers.emplace(sheet.documents[i].document.id, i);
    articles.emplace_back(index, sheet.documents[i]);
    claims += articles.back().claims.size();
    if (claims <= kClaimsAtOnce) at_once = i + 1;
  }
}

std::string HtmlPage::Anchor(std::string_view document, std::string_view claim) const {
  const auto it = numbers.find(document);
  return it == numbers.end() || claim.empty() ? "" : StrCat(it->second, "-", EscapeHtml(claim));
}

std::string_view HtmlPage::Title(const Document& document) const {
  const std::string_view title = TitleOf(document);
  return document.title.empty() && !folder.empty() && title.starts_with(folder) ? title.substr(folder.size() + 1) : title;
}

std::string HtmlPage::Badge(std::string_view document) const {
  const auto it = numbers.find(document);
  if (it == numbers.end()) return "";
  return StrCat("<a class=\"L c", it->second % kColors, "\" href=\"#d", it->second, "\" title=\"",
                EscapeHtml(OneLine(Title(sheet.documents[it->second].document))), "\">", LetterOf(it->second), "</a>");
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
  std::string script;
  for (const std::string_view part : kScripts) script += PageFile(part);
  const SheetSummary summary = page.index.Summary();
  WriteHead(page, style, script);
  WriteBar(page, summary);
  WriteDraftSection(page);
  WriteFindingsSection(page);
  WriteClaimsSection(page);
  WriteArticlesSection(page);
  WriteSourcesSection(page);
  WriteDuplicatesSection(page);
  WriteUnusedSection(page);
  WriteFoot(page, script);
  return absl::OkStatus();
}

}  // namespace crosscheck
