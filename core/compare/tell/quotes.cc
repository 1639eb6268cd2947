#include "compare/tell/quotes.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr size_t kWordsAround = 3;  // shown on both sides of a change
constexpr size_t kAboutWords = 8;
constexpr int kQuoteSameness = 95;
constexpr double kUnsure = 0.5;  // of the rank, where who speaks is not known on both sides

// What a change is called in a reason, by QuoteChange.
constexpr auto kChangeWords = std::to_array<std::string_view>({
    "", "other words", "a number changed", "a name changed", "a word for how many changed", "a modal verb changed",
    "words that limit the rest were cut", "a negation changed",
});

class QuoteTeller {
 public:
  explicit QuoteTeller(const Bundle& bundle) : bundle_(bundle) {}

  ComparedGroup Tell(const QuoteGroup& quotes) const {
    ComparedGroup result;
    Group& group = result.group;
    group.type = ClaimType::kQuote;
    group.sameness = kQuoteSameness;
    group.why = {"the same words in quotation marks"};
    const QuotePlace* longest = &quotes.places.front();
    for (const QuotePlace& place : quotes.places) {
      if (Frame(place).words.size() > Frame(*longest).words.size()) longest = &place;
    }
    const std::string opening = Words(*longest, 0, kAboutWords);
    group.about = StrCat("quotation: ", opening, Frame(*longest).words.size() > kAboutWords ? " ..." : "");
    std::set<uint32_t> told;
    for (const QuoteContrast& contrast : quotes.contrasts) {
      if (auto finding = MakeFinding(quotes, contrast)) {
        result.findings.push_back(*std::move(finding));
        told.insert(contrast.side);
      }
    }
    const bool differ = !result.findings.empty();
    group.relation = differ ? Relation::kDiffer : Relation::kAgree;
    group.reason = differ ? "words" : quotes.exact ? "exact" : "cut or wording";
    if (differ) {
      const auto sure = [](const Finding& f) { return f.severity != Severity::kNote; };
      group.tier = std::any_of(result.findings.begin(), result.findings.end(), sure) ? Tier::kSure : Tier::kLook;
    }
    for (const QuotePlace& place : quotes.places) {
      const Span span = SpanOf(place, 0, Frame(place).words.size());
      const bool sided = differ && (place.side == 0 || told.contains(place.side));
      group.members.push_back({DocumentOf(place).id, Frame(place).of, span, std::string(span.In(DocumentOf(place).text)),
                               sided ? SideName(place.side) : "", SpeakerOf(place)});
    }
    return result;
  }

 private:
  const QuoteFrame& Frame(const QuotePlace& place) const { return FrameOf(bundle_, place); }
  const Document& DocumentOf(const QuotePlace& place) const { return (*bundle_.records)[place.document].document; }

  std::string SpeakerOf(const QuotePlace& place) const {
    for (const Name& name : (*bundle_.records)[place.document].names) {
      if (name.id == Frame(place).speaker) return name.name;
    }
    return std::string(Frame(place).speaker_span.In(DocumentOf(place).text));
  }

  // Words [first, last) of a quotation; none: the words beside, so that there is something to point at.
  Span SpanOf(const QuotePlace& place, size_t first, size_t last) const {
    const std::vector<QuoteWord>& words = Frame(place).words;
    last = std::min(last, words.size());
    if (first >= last) {
      first = first > 0 ? std::min(first, words.size()) - 1 : 0;
      last = std::min(words.size(), last + 1);
    }
    return {words[first].span.start, words[last - 1].span.end};
  }
  std::string Words(const QuotePlace& place, size_t first, size_t last) const {
    return CollapseSpace(SpanOf(place, first, last).In(DocumentOf(place).text));
  }

  // A change with the words around it, "... will answer in a way ..."; all of a short quotation.
  std::string Shown(const QuotePlace& place, size_t first, size_t last) const {
    const size_t from = first > kWordsAround ? first - kWordsAround : 0;
    const size_t until = std::min(last + kWordsAround, Frame(place).words.size());
    return StrCat("\u201c", from > 0 ? "... " : "", Words(place, from, until), until < Frame(place).words.size() ? " ..." : "",
                  "\u201d in ", DocumentOf(place).id);
  }

  std::optional<Finding> MakeFinding(const QuoteGroup& quotes, const QuoteContrast& contrast) const {
    const CompareRules& rules = bundle_.compare();
    const QuotePair& pair = contrast.pair;
    std::optional<Finding> made;
    if (contrast.relation == Relation::kMisattributed) {
      made = NewFinding(rules, "quote.misattributed", contrast.relation, contrast.sure ? 1 : kUnsure,
                        {"", SpeakerOf(contrast.a), SpeakerOf(contrast.b)});
    } else {
      const std::string speaker = Frame(contrast.a).speaker.empty() ? SpeakerOf(contrast.b) : SpeakerOf(contrast.a);
      made = NewFinding(rules, "quote.misquoted", contrast.relation, contrast.sure ? 1 : kUnsure,
                        {speaker.empty() ? "The same quotation" : speaker, Shown(contrast.a, pair.worst.a_first, pair.worst.a_last),
                         Shown(contrast.b, pair.worst.b_first, pair.worst.b_last)});
    }
    if (!made) return std::nullopt;
    if (!contrast.sure) made->severity = Severity::kNote;
    made->why = {StrCat(pair.equal, " words are the same")};
    made->why.emplace_back(contrast.relation == Relation::kMisattributed ? "two different persons"
                                                                         : kChangeWords[static_cast<size_t>(pair.change)]);
    if (!contrast.sure) made->why.emplace_back("who speaks is told by name in one of them only");
    std::set<std::pair<uint32_t, uint32_t>> shown;  // side and document: one member each
    const auto add = [&](const QuotePlace& place, Span focus) {
      if (!shown.emplace(place.side, place.document).second) return;
      made->members.push_back(EvidenceAt(DocumentOf(place), focus, SideName(place.side), SpeakerOf(place)));
    };
    if (contrast.relation == Relation::kMisquoted) {
      add(contrast.a, SpanOf(contrast.a, pair.worst.a_first, pair.worst.a_last));
      add(contrast.b, SpanOf(contrast.b, pair.worst.b_first, pair.worst.b_last));
    }
    for (const QuotePlace& place : quotes.places) {
      if (place.side == 0 || place.side == contrast.side) add(place, SpanOf(place, 0, Frame(place).words.size()));
    }
    std::stable_sort(made->members.begin(), made->members.end(),
                     [](const FindingMember& a, const FindingMember& b) { return a.side < b.side; });
    return made;
  }

  const Bundle& bundle_;
};

}  // namespace

std::vector<ComparedGroup> TellQuotes(const Bundle& bundle, const std::vector<QuoteGroup>& groups) {
  const QuoteTeller teller(bundle);
  std::vector<ComparedGroup> told;
  for (const QuoteGroup& group : groups) told.push_back(teller.Tell(group));
  return told;
}

}  // namespace crosscheck
