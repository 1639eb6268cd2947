// The claims of one article as a desk asks for them: each thing once, sentence by sentence, by what wants checking most.
#ifndef CROSSCHECK_REPORT_CLAIMS_H_
#define CROSSCHECK_REPORT_CLAIMS_H_

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/worksheet.h"
#include "report/place.h"

namespace crosscheck {

// How much a claim wants checking, the most first: a fact-checker's list. The last are "now", "a day", "one".
enum class Worth : uint8_t { kName, kTitle, kAge, kDate, kFigure, kQuote, kSuperlative, kCause, kPlace, kSaying, kSmall };
inline constexpr auto kWorthTexts = std::to_array<std::string_view>(
    {"names", "titles", "ages", "dates", "figures", "quotes", "superlatives and firsts", "causes", "places", "reported words",
     "“now”, “a day”, “one”"});
static_assert(kWorthTexts.size() == static_cast<size_t>(Worth::kSmall) + 1);

// One row of the claim sheet: what one article says.
struct Claim {
  std::string_view kind;  // "statement", "figure", "date", "name", "title" (of a name), "point" (a superlative, a cause)
  std::string id;         // in the document; of a title that of its name and "t"
  Span span;
  Span sentence;
  Place place;
  std::string type;     // "count", "money", "direct quote", "person" ...
  std::string said_by;  // the chain, outermost first: "agency > coastguard"; empty: the article itself
  std::string value;    // normalised: "at least 14", "2024-06-12"; of a statement its polarity, of a name its fullest form
  std::string about;    // what is counted, whose age, whose title ...
  std::string as_of;    // ISO day of the saying or of the article
  std::string fingerprint;
  std::vector<const Group*> groups;
  const ClaimFrame* frame = nullptr;  // of a figure or date, where the record has it

  Worth worth = Worth::kFigure;
  std::vector<Span> also;  // where else in the article the same stands
  std::vector<std::string> repeats;  // ids of the claims that ask the same, behind it
  std::string same_as;     // id of the claim before it that asks the same; empty: asked here
  std::string asked_by;    // fingerprint of that claim
  Span card;               // the sentence on whose card it is asked: cards do not overlap
};

Worth WorthOf(const Figure& figure);
Worth WorthOf(const Timex& date);

// What is told twice is asked once, on the card of the first: sets same_as, asked_by, repeats and also. Twice are a value repeated, a
// saying within a saying of nobody else, and a duration that is a figure and a time. A claim that is in a group which the first is not
// in is asked again. `claims` in text order.
void AskOnce(const Record& record, std::vector<Claim>* claims);

// Sets the card of the sentence that each claim stands in. `claims` in text order.
void PutOnCards(const Places& places, std::vector<Claim>* claims);

// A sentence with the claims that are asked there.
struct Card {
  Span sentence;
  size_t first = 0;  // claims [first, last) begin in the sentence, those asked on another card too
  size_t last = 0;
  std::vector<const Claim*> asked;  // what wants checking most first
};
// In text order; none without a claim that is asked there. `claims` outlive the cards.
std::vector<Card> CardsOf(const std::vector<Claim>& claims);

// The same over re-runs, like that of a claim.
std::string SentenceFingerprint(const Document& document, Span card);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_CLAIMS_H_
