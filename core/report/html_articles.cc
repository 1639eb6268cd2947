// The articles with their claims marked; duplicated text with its passages side by side; numbers seen and not used, so that nothing is
// hidden.
#include <algorithm>

#include "base/json.h"
#include "report/display.h"
#include "report/html_page.h"
#include "report/value_text.h"

namespace crosscheck {
namespace {

constexpr size_t kArticlesListed = 15;  // more are folded
constexpr size_t kPassagesShown = 20;
constexpr size_t kPassageColumns = 1200;
constexpr size_t kReuseAtOnce = 50;
constexpr size_t kUnusedShown = 200;  // an article

void WriteArticleList(const HtmlPage& page) {
  const bool fold = page.sheet.documents.size() > kArticlesListed;
  page.out.Add("<div class=\"two\"><div>", fold ? StrCat("<details><summary>All ", page.sheet.documents.size(), " articles</summary>") : "",
               "<table id=\"article-list\"><caption>Articles of the bundle</caption><thead><tr><th scope=\"col\">Letter</th><th scope=\"col\">Article</th>",
               "<th scope=\"col\">Outlet</th><th scope=\"col\">Published</th></tr></thead><tbody>");
  for (const Record& record : page.sheet.documents) {
    const Document& d = record.document;
    page.out.Add("<tr><td>", page.Badge(d.id), "</td><td>", EscapeHtml(page.Title(d)), "</td><td>", EscapeHtml(d.outlet),
                 "</td><td class=\"n\">", d.published ? DaysText(d.published->days) : "not known", "</td></tr>\n");
  }
  page.out.Add("</tbody></table>", fold ? "</details>" : "", "</div><figure>", MatrixPicture(page), "</figure></div>\n");
}

std::string TextAt(const HtmlPage& page, std::string_view document, Span span) {
  const Record* record = page.index.Find(document);
  if (record == nullptr || span.end > record->document.text.size()) return "";
  return EscapeHtml(CutToWidth(span.In(record->document.text), kPassageColumns));
}

std::string Percent(double share) { return StrCat(static_cast<int>(share * 100 + 0.5), " %"); }

void WriteFamilies(const HtmlPage& page) {
  if (page.sheet.families.empty()) return;
  page.out.Add("<ul class=\"plain\">");
  for (const Family& family : page.sheet.families) {
    page.out.Add("<li>One text, ", family.members.size(), " times: ");
    for (const auto& [document, story] : family.members) page.out.Add(page.Badge(document), " ");
    page.out.Add(
        family.origin.empty() ? "; the evidence does not decide the origin" : StrCat("; likely from ", page.Badge(family.origin)),
        "</li>");
  }
  page.out.Add("</ul>\n");
}

// What differs in the midst of the copied text: the place where a copy departs from its origin.
void WriteChanges(const HtmlPage& page, const Reuse& reuse) {
  if (reuse.changes.empty()) return;
  page.out.Add("<p>Changed inside the shared text:</p><ul class=\"plain\">");
  for (size_t i = 0; i < reuse.changes.size() && i < kPassagesShown; ++i) {
    const Edit& edit = reuse.changes[i];
    page.out.Add("<li><del>", TextAt(page, reuse.a, edit.a), "</del> <ins>", TextAt(page, reuse.b, edit.b), "</ins></li>");
  }
  page.out.Add("</ul>");
}

void WriteReuse(const HtmlPage& page, const Reuse& reuse, bool later) {
  page.out.Add("<tr><th scope=\"row\">", page.Badge(reuse.a), " ", page.Badge(reuse.b), "</th><td data-h=\"Kind\">",
               JsonName(reuse.kind), "</td><td data-h=\"Shared\">", Percent(reuse.share_a), " of ", page.index.Letter(reuse.a),
               ", ", Percent(reuse.share_b), " of ", page.index.Letter(reuse.b), "</td><td data-h=\"Likely origin\">",
               reuse.source.empty() ? "not decided" : page.Badge(reuse.source), "</td><td data-h=\"Evidence\">",
               EscapeHtml(Join(reuse.evidence, "; ")), "</td></tr>\n<tr><td colspan=\"5\"><details><summary>",
               reuse.passages.size(), reuse.passages.size() == 1 ? " passage" : " passages", " side by side</summary>");
  const Later passages(page, later);
  for (size_t i = 0; i < reuse.passages.size() && i < kPassagesShown; ++i) {
    page.out.Add("<div class=\"pair quote\"><div>", TextAt(page, reuse.a, reuse.passages[i].a), "</div><div>",
                 TextAt(page, reuse.b, reuse.passages[i].b), "</div></div>");
  }
  if (reuse.passages.size() > kPassagesShown) page.out.Add("<p>and ", reuse.passages.size() - kPassagesShown, " more</p>");
  WriteChanges(page, reuse);
}

// Runs of digits, with the separators inside, that no figure, date or statement source covers.
std::vector<Span> UnusedNumbers(const Record& record) {
  const std::string_view text = record.document.text;
  std::vector<Span> used;
  for (const Figure& figure : record.figures) used.push_back(figure.span);
  for (const Timex& date : record.dates) used.push_back(date.span);
  std::sort(used.begin(), used.end());
  std::vector<Span> unused;
  uint32_t covered = 0;
  size_t next = 0;
  const auto is_digit = [&](size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  for (size_t at = 0; at < text.size();) {
    if (!is_digit(at)) {
      ++at;
      continue;
    }
    size_t end = at;
    while (is_digit(end) ||
           ((text[std::min(end, text.size() - 1)] == ',' || text[std::min(end, text.size() - 1)] == '.') && is_digit(end + 1)))
      ++end;
    const Span number{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    for (; next < used.size() && used[next].start < number.end; ++next) covered = std::max(covered, used[next].end);
    if (covered <= number.start) unused.push_back(number);
    at = end;
  }
  return unused;
}

void WriteUnused(const HtmlPage& page, const Record& record, const std::vector<Span>& unused) {
  const Places places(record.document);
  const std::string_view text = record.document.text;
  page.out.Add("<ul class=\"plain\">");
  for (size_t i = 0; i < unused.size() && i < kUnusedShown; ++i) {
    const Place place = places.Of(unused[i].start);
    const Span line = places.SentenceOf(unused[i]);
    page.out.Add("<li><span class=\"tag\">", place.line, ":", place.column, "</span> <span class=\"quote\">",
                 EscapeHtml(OneLine(text.substr(line.start, unused[i].start - line.start))), " <b>",
                 EscapeHtml(unused[i].In(text)), "</b> ",
                 EscapeHtml(OneLine(text.substr(unused[i].end, line.end - unused[i].end))), "</span></li>");
  }
  if (unused.size() > kUnusedShown) page.out.Add("<li>and ", unused.size() - kUnusedShown, " more</li>");
  page.out.Add("</ul>");
}

}  // namespace

void WriteDuplicatesSection(const HtmlPage& page) {
  page.out.Add(
      "<section id=\"duplicates\"><h2>Duplicates</h2>\n<p class=\"hint\">Text that stands in more than one article, or twice in "
      "one. Copies count as one origin.</p>\n");
  WriteFamilies(page);
  if (page.sheet.reuse.empty()) {
    page.out.Add("<p>No duplicated text found.</p></section>\n");
    return;
  }
  page.out.Add(
      "<table class=\"stack\"><caption>Pairs of articles that share text</caption><thead><tr><th scope=\"col\">Articles</th><th "
      "scope=\"col\">Kind</th>",
      "<th scope=\"col\">Shared</th><th scope=\"col\">Likely origin</th><th scope=\"col\">Evidence</th></tr></thead><tbody>\n");
  for (size_t i = 0; i < page.sheet.reuse.size(); ++i) {
    WriteReuse(page, page.sheet.reuse[i], i >= kReuseAtOnce);
    page.out.Add("</details></td></tr>\n");
  }
  page.out.Add("</tbody></table></section>\n");
}

void WriteArticlesSection(const HtmlPage& page) {
  page.out.Add("<section id=\"articles\"><h2>Articles</h2>\n");
  WriteArticleList(page);
  page.out.Add(
      "<p class=\"hint\">Solid underline: a figure. Dotted: a date. Thin: a name, a title, a superlative or a cause. Shaded: what somebody "
      "said. Double: differs from another article. A click lights all places of the claim.</p>\n");
  for (size_t i = 0; i < page.sheet.documents.size(); ++i) {
    const Record& record = page.sheet.documents[i];
    const Document& d = record.document;
    const std::string_view link = SafeLink(d.url);
    page.out.Add("<article class=\"article\" id=\"d", i, "\"><h3>", page.Badge(d.id), " ", EscapeHtml(page.Title(d)),
                 "</h3><p class=\"meta\">", EscapeHtml(NameOf(d)), d.outlet.empty() ? "" : StrCat(" · ", EscapeHtml(d.outlet)),
                 d.authors.empty() ? "" : StrCat(" · by ", EscapeHtml(Join(d.authors, ", "))),
                 d.published ? StrCat(" · ", DaysText(d.published->days)) : "",
                 d.credit.empty() ? "" : StrCat(" · credit: ", EscapeHtml(Join(d.credit, ", "))),
                 link.empty()
                     ? ""
                     : StrCat(" · <a rel=\"noopener noreferrer\" href=\"", EscapeHtml(link), "\">", EscapeHtml(link), "</a>"),
                 "</p>\n<div class=\"text\">");
    {
      const Later later(page, i >= page.at_once);
      WriteMarkedText(d, page.articles[i].paragraphs, page.articles[i].claims, StrCat(i, "-"), page.out);
    }
    page.out.Add("</div></article>\n");
  }
  page.out.Add("</section>\n");
}

void WriteUnusedSection(const HtmlPage& page) {
  page.out.Add(
      "<section id=\"unused\"><h2>Not understood</h2>\n<p class=\"hint\">Numbers that stand in the articles and were not taken "
      "for a figure or a date: ",
      "parts of names, addresses, or something the rules do not know.</p>\n<ul>");
  size_t all = 0;
  for (size_t i = 0; i < page.sheet.documents.size(); ++i) {
    const Record& record = page.sheet.documents[i];
    const std::vector<Span> unused = UnusedNumbers(record);
    if (unused.empty()) continue;
    all += unused.size();
    page.out.Add("<li>", page.Badge(record.document.id), " ");
    {
      const Later later(page, i >= page.at_once);
      WriteUnused(page, record, unused);
    }
    page.out.Add("</li>\n");
  }
  page.out.Add("</ul>", all == 0 ? "<p>None: every number is used.</p>" : "", "</section>\n");
}

}  // namespace crosscheck
