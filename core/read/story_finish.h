// What is done to the stories of every document, whatever it was read from:
// datelines set apart, the date at a story's end, agencies credited in the
// text, the language.
#ifndef CROSSCHECK_READ_STORY_FINISH_H_
#define CROSSCHECK_READ_STORY_FINISH_H_

#include <optional>
#include <string_view>

#include "crosscheck/document.h"
#include "rulebook/page_rules.h"

namespace crosscheck {

// Fills what can be read from the segments: datelines, credit, language; title,
// authors and published where they are not yet set. A story's own date is the
// document's where no other story of the page could take it for its own.
// `datelines_apart`: a dateline becomes a segment of its own; else it stays at
// the head of the body (where its date may be all that is known of the day) and
// only its agency is taken.
void FinishStories(const PageRules& rules, bool datelines_apart, Document* document);

// "SEOUL, June 12 (AFP) - " at the beginning of a text: its length in bytes, 0
// where there is none.
uint32_t DatelineLength(std::string_view text, const PageRules& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_STORY_FINISH_H_
