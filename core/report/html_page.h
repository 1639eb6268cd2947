// The worksheet page's parts, each written by the file of its name; html.cc puts them together.
//
// Anchors: finding "F1"; card of a sentence "s3-12", claim on it "c3-f7" and its place in the text "t3-f7" (document's number from 0,
// card's number or claim's id); article "d3".
#ifndef CROSSCHECK_REPORT_HTML_PAGE_H_
#define CROSSCHECK_REPORT_HTML_PAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "report/claims.h"
#include "report/marked_text.h"
#include "report/out.h"
#include "report/sheet_index.h"

namespace crosscheck {

// One article with its claims, their cards and its paragraphs.
struct ArticleSheet {
  ArticleSheet(const SheetIndex& index, const Record& record);
  Places places;
  std::vector<Claim> claims;
  std::vector<Card> cards;
  std::vector<Paragraph> paragraphs;
};

struct HtmlPage {
  HtmlPage(const Worksheet& worksheet, Out& o);
  HtmlPage(const HtmlPage&) = delete;
  HtmlPage& operator=(const HtmlPage&) = delete;

  const Worksheet& sheet;
  SheetIndex index;
  size_t at_once = 0;  // articles whose cards and text stand in the page itself; those of the others wait in <noscript>
  StringMap<size_t> numbers;  // of documents, by id
  std::vector<ArticleSheet> articles;
  std::string_view folder;  // that all articles come from; empty: none
  Out& out;

  // "3-f7": the claim's part of an anchor; empty for an unknown document or no claim.
  std::string Anchor(std::string_view document, std::string_view claim) const;
  // The article's title; its name without the folder that all come from where it has none.
  std::string_view Title(const Document& document) const;
  // The article's letter in its colour, linked to the article, its title told on hovering.
  std::string Badge(std::string_view document) const;
  // `sentence` of the text with the words at `focus` marked; `fallback` where the text is not at hand.
  std::string Marked(std::string_view document, Span sentence, Span focus, std::string_view fallback) const;
};

// What a large bundle's page does not need at once: in <noscript>, which a browser with script reads as plain text, quickly, and
// the script turns into elements when they are wanted; a browser without script shows it as it stands.
class Later {
 public:
  Later(const HtmlPage& page, bool later) : out_(later ? &page.out : nullptr) {
    if (out_ != nullptr) out_->Add("<noscript>");
  }
  ~Later() {
    if (out_ != nullptr) out_->Add("</noscript>");
  }
  Later(const Later&) = delete;
  Later& operator=(const Later&) = delete;

 private:
  Out* out_;
};

void WriteDraftSection(const HtmlPage& page);  // nothing where the sheet has no draft
void WriteFindingsSection(const HtmlPage& page);
void WriteClaimsSection(const HtmlPage& page);
void WriteArticlesSection(const HtmlPage& page);
void WriteSourcesSection(const HtmlPage& page);
void WriteDuplicatesSection(const HtmlPage& page);
void WriteUnusedSection(const HtmlPage& page);

// The claims and the notes given by --state as data for the script (html_data.cc).
void WriteData(const HtmlPage& page);

// Pictures, as inline SVG with a text that says the same; empty where there is nothing to draw.
std::string MatrixPicture(const HtmlPage& page);                        // how often each two articles agree and differ
std::string TimelinePicture(const HtmlPage& page, const Group& group);  // a figure over the days it was published

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_HTML_PAGE_H_
