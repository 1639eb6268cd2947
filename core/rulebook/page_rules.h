// Rules for reading pages: what class names of HTML elements, lines of a page
// and credits mean.
#ifndef CROSSCHECK_RULEBOOK_PAGE_RULES_H_
#define CROSSCHECK_RULEBOOK_PAGE_RULES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "base/json_fwd.h"
#include "base/strings.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

// What the words in an element's class, id or role say of it.
enum class ClassHint : uint8_t {
  kBody,
  kStandfirst,
  kHeadline,
  kByline,
  kTime,
  kCaption,
  kCredit,  // parts of the story
  kComment,
  kRelated,
  kShare,
  kNav,
  kAdvert,
  kSignup,
  kFooter,
  kSidebar,
  kConsent,  // what stands around it
  kTags,
  kBio,
  kHidden,
  kCorrection,
  kGallery,
  kTool,
  kCount
};
// What a line of a page is, by its own words.
enum class LineHint : uint8_t {
  kFurniture,   // "Share", "Follow", "Advertisement": belongs to the page, not
                // the story
  kBorder,      // "Related Articles", "Comments": nothing after it belongs to the
                // story before it
  kTeaser,      // "Read more:", "ALSO READ"
  kStamp,       // "Updated", "Published on"
  kByline,      // "By", "Reported by"
  kCredit,      // "Photo:", "Getty Images"
  kCorrection,  // "Correction:", "An earlier version of this article"
  kDisclaimer,  // "The views expressed", "All rights reserved"
  kComment,     // "Leave a comment", "No comments yet"
  kBio,         // "Ann Berg is a reporter for": at the end of a story
  kCount
};
using HintSet = uint32_t;
constexpr HintSet Bit(ClassHint hint) { return HintSet{1} << static_cast<int>(hint); }
constexpr HintSet Bit(LineHint hint) { return HintSet{1} << static_cast<int>(hint); }

class PageRules {
 public:
  // Hints of a class, id or role attribute: of its words ("storyBody",
  // "story-body", "story_body" are "story" + "body") and of two words that
  // stand together.
  HintSet ClassHints(std::string_view attribute) const;
  // Hints of a line: by the whole line, by its first words, or by words
  // anywhere in it.
  HintSet LineHints(std::string_view line) const;
  // The full name of an agency whose name, in any of its forms, is the whole
  // text; empty: none.
  std::string_view Agency(std::string_view text) const;

  // Languages with a list of small words, and which of them have this word (a
  // bit each).
  const std::vector<std::string>& languages() const { return languages_; }
  uint64_t LanguagesOf(std::string_view lower_word) const;

  void AddClass(std::string_view words, ClassHint hint);
  void AddLine(std::string_view phrase, std::string_view match, LineHint hint);
  void AddAgency(std::string_view form, std::string_view name);
  void AddLanguage(std::string_view language, const std::vector<std::string>& words);

 private:
  struct Phrase {
    std::string words;  // in lower case, single spaces
    bool whole;
    HintSet hints;
  };
  StringMap<HintSet> classes_;
  StringMap<std::vector<Phrase>> by_first_word_;  // whole lines and beginnings
  StringMap<std::vector<Phrase>> by_inner_word_;  // anywhere in the line, by the first run of letters and digits
  std::vector<Phrase> anywhere_;                  // those that begin with another sign
  StringMap<std::string> agencies_;
  std::vector<std::string> languages_;
  StringMap<uint64_t> small_words_;
};

// The words of a class attribute in lower case: parted where they are no
// letters, and at capitals after small letters.
std::vector<std::string> ClassWords(std::string_view attribute);

// "page-classes": "hint", "words". "page-lines": "hint", "match" (line, start,
// anywhere), "phrases". "page-agencies": "name", "forms".
absl::Status LoadPageClasses(const std::vector<const Rule*>& rules, RuleTables* tables);
absl::Status LoadPageLines(const std::vector<const Rule*>& rules, RuleTables* tables);
absl::Status LoadPageAgencies(const std::vector<const Rule*>& rules, RuleTables* tables);
absl::Status LoadPageLanguages(const std::vector<const Rule*>& rules, RuleTables* tables);

// What such a rule finds in a text (a class attribute, a line, a name, a word):
// {"hint"}, {"name"} or {"language"}, or nothing.
std::vector<Json> ProbePageRule(const Rule& rule, std::string_view text);

// The built-in page rules.
const PageRules& BuiltInPageRules();

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_PAGE_RULES_H_
