// The draft against its sources: each of its claims in its sentence, with where it stands and the places in the sources. It is signed
// off in the sheet of claims, where each row links to.
#include <algorithm>

#include "report/display.h"
#include "report/draft_text.h"
#include "report/html_page.h"

namespace crosscheck {
namespace {

constexpr size_t kPlacesShown = 6;
constexpr int kWordsShown = 120;

void WritePlace(const HtmlPage& page, DraftTeller* teller, const DraftClaim& claim, const SourcePlace& place) {
  const std::string anchor = page.Anchor(place.document, place.claim);
  const std::string words = EscapeHtml(QuotedOnce(place.text, kWordsShown));
  page.out.Add("<div>", page.Badge(place.document), " ", teller->PlaceText(place.document, place.span.start), " ",
               anchor.empty() ? words : StrCat("<a href=\"#t", anchor, "\">", words, "</a>"),
               place.source.empty() ? "" : StrCat(" <span class=\"tag\">", EscapeHtml(place.source), "</span>"),
               place.standing == claim.standing ? "" : StrCat(": ", StandingText(place.standing)), "</div>");
}

void WriteRow(const HtmlPage& page, DraftTeller* teller, const DraftRow& row) {
  const DraftClaim& claim = *row.claim;
  const Document& document = teller->record().document;
  const std::string anchor = page.Anchor(document.id, claim.claim);
  const std::string place = StrCat(row.shown.place.line, ":", row.shown.place.column);
  page.out.Add("<tr><td data-h=\"Place\">", anchor.empty() ? place : StrCat("<a href=\"#c", anchor, "\">", place, "</a>"),
               "</td><td data-h=\"In its sentence\">", page.Marked(document.id, row.shown.sentence, claim.span, claim.text),
               "</td><th scope=\"row\" data-h=\"Stands\">", StandingText(claim.standing), "</th><td data-h=\"In the sources\">");
  for (size_t i = 0; i < claim.in.size() && i < kPlacesShown; ++i) WritePlace(page, teller, claim, claim.in[i]);
  if (claim.in.size() > kPlacesShown) page.out.Add("<div>and ", claim.in.size() - kPlacesShown, " more</div>");
  page.out.Add("</td></tr>\n");
}

// The claims of one class; what a source holds is folded.
void WriteClass(const HtmlPage& page, DraftTeller* teller, const std::vector<DraftRow>& rows, std::string_view name, std::string_view caption) {
  const auto is_one = [&](const DraftRow& row) { return teller->ClassOf(*row.claim) == name; };
  const auto count = static_cast<size_t>(std::count_if(rows.begin(), rows.end(), is_one));
  if (count == 0) return;
  const bool folded = name == "held";
  const std::string title = StrCat(caption, " (", count, ")");
  if (folded) page.out.Add("<details><summary>", title, "</summary>");
  page.out.Add("<table class=\"stack\"><caption>", title, "</caption><thead><tr><th scope=\"col\">Place</th>",
               "<th scope=\"col\">In its sentence</th><th scope=\"col\">Stands</th><th scope=\"col\">In the sources</th></tr></thead><tbody>\n");
  for (const DraftRow& row : rows) {
    if (is_one(row)) WriteRow(page, teller, row);
  }
  page.out.Add("</tbody></table>\n", folded ? "</details>\n" : "");
}

}  // namespace

void WriteDraftSection(const HtmlPage& page) {
  if (!page.sheet.draft) return;
  DraftTeller teller(page.index);
  page.out.Add("<section id=\"draft\"><h2>The draft</h2>\n<p class=\"hint\">Where each of its claims stands in the sources. What is in no ",
               "source may still be true; what is there may still be wrong.</p>\n<p>", EscapeHtml(teller.Summary()), ".</p>\n");
  const std::vector<DraftRow> rows = teller.Rows();
  WriteClass(page, &teller, rows, "look", "Claims that a source tells otherwise");
  WriteClass(page, &teller, rows, "missing", "Claims in no source");
  WriteClass(page, &teller, rows, "held", "Claims that the sources have, or do not contradict");
  page.out.Add("</section>\n");
}

}  // namespace crosscheck
