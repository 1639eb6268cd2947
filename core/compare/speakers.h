// Who a statement's speaker is across documents, and whether two speakers can be the same.
#ifndef CROSSCHECK_COMPARE_SPEAKERS_H_
#define CROSSCHECK_COMPARE_SPEAKERS_H_

#include <string>
#include <vector>

#include "base/strings.h"
#include "crosscheck/record.h"

namespace crosscheck {

enum class SpeakerKind : uint8_t {
  kUnknown,  // none, a pronoun, a description ("an official")
  kPerson,
  kBody,  // an organisation, a place, a group
};

struct Speaker {
  SpeakerKind kind = SpeakerKind::kUnknown;
  std::string name;                // as resolved in its document
  std::vector<std::string> chain;  // the sources it speaks through
};

enum class SpeakerMatch : uint8_t {
  kSame,
  kPerhaps,  // one of them is unknown, or a body and a person who may speak for it
  kOther,
};

// The names of one document, by their text.
class SpeakerIndex {
 public:
  explicit SpeakerIndex(const Record& record);
  Speaker SpeakerOf(const Statement& statement) const;
  SpeakerKind KindOf(std::string_view name) const;

 private:
  StringMap<SpeakerKind> kinds_;
};

SpeakerMatch MatchSpeakers(const Speaker& a, const Speaker& b);

// "Kim Jong-un" and "Kim Jong Un", "Mara Voss" and "Voss": the words of one are among the other's, and the last ones are equal
// or the first ones are.
bool SameName(std::string_view a, std::string_view b);

// The first of the longest; the name has mentions.
Span LongestMention(const Name& name);

// Lower-case words of a name; hyphens part words ("Jong-un" is two).
std::vector<std::string> NameWords(std::string_view name);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_SPEAKERS_H_
