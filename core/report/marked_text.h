// An article's text as HTML with its claims marked: whole, paragraph by paragraph, or one sentence of it.
#ifndef CROSSCHECK_REPORT_MARKED_TEXT_H_
#define CROSSCHECK_REPORT_MARKED_TEXT_H_

#include <string_view>
#include <vector>

#include "report/claims.h"
#include "report/out.h"

namespace crosscheck {

// A block of the text in text order. `number`: from 1, as people count paragraphs; 0 for what is no part of the story (menus, teasers).
struct Paragraph {
  Span span;
  std::string_view role;
  uint32_t number = 0;
};
std::vector<Paragraph> ParagraphsOf(const Document& document);
// The number of the paragraph that holds the place; 0: none.
uint32_t ParagraphAt(const std::vector<Paragraph>& paragraphs, uint32_t byte);

// `claims` in text order, all of the article. Figures, dates, names and check points become links to where they are asked (repeats and
// later mentions to the first), statements are shaded; spans may overlap in any way. `prefix`: the document's part of the anchors, "3-".
void WriteMarkedText(const Document& document, const std::vector<Paragraph>& paragraphs, const std::vector<Claim>& claims,
                     std::string_view prefix, Out& out);

// The card's sentence, marked likewise, without anchors of its own.
void WriteMarkedSentence(const Document& document, const std::vector<Claim>& claims, const Card& card, std::string_view prefix, Out& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_MARKED_TEXT_H_
