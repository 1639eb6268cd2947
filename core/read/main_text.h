// Finding the story among the blocks of a page: which block is headline, body,
// caption ... and which is not of the story.
//
// Method: the idea of Readability (paragraphs vote for the containers around
// them; A. Mozilla readability.js) and of jusText (a short block is judged by
// its neighbours), with the words of class names and lines from rules/
// (page-classes, page-lines). The lead is never dropped for its length alone:
// everything between headline and body that reads like a sentence is kept.
#ifndef CROSSCHECK_READ_MAIN_TEXT_H_
#define CROSSCHECK_READ_MAIN_TEXT_H_

#include <optional>
#include <string_view>
#include <vector>

#include "crosscheck/document.h"
#include "read/html_blocks.h"
#include "rulebook/page_rules.h"

namespace crosscheck {

struct MainText {
  // For each block of the page: its role in the story; nothing: not of the
  // story.
  std::vector<std::optional<SegmentRole>> roles;
  std::optional<uint32_t> headline;  // the block
  uint32_t container = 0;            // the node that holds the body
  uint32_t region = 0;               // the node around headline and body
  bool first = true;                 // of the page: what stands over its headline may be its own
};

// The stories of a page: the main one first, then others that stand in full in
// articles of their own, or under headings with a day or byline of their own
// (pages that go on with the next story). `titles`: what
// the page's metadata call its headline, to tell the right h1 from others.
std::vector<MainText> FindStories(const ParsedPage& page, const PageRules& rules, const std::vector<std::string_view>& titles);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_MAIN_TEXT_H_
