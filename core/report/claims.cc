#include "report/claims.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "compare/state.h"

namespace crosscheck {
namespace {

// What two claims of one article have in common that ask the same; empty: it is asked wherever it stands.
std::string QuestionOf(const Document& document, const Claim& claim) {
  if (claim.kind == "statement") {
    // Words alone, so that other marks and spaces make no difference; short ones ("yes") mean something new each time.
    constexpr size_t kShort = 20;
    std::string words;
    if (claim.span.end > document.text.size()) return "";
    for (const char c : AsciiLower(claim.span.In(document.text))) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) words.push_back(c);
    }
    return words.size() < kShort ? "" : StrCat("statement\n", claim.said_by, "\n", words);
  }
  if (claim.kind != "figure" && claim.kind != "date") return "";
  std::string about = LowerCase(claim.about);
  if (const ClaimFrame* frame = claim.frame) {
    about = claim.kind == "date" ? frame->predicate : frame->head.empty() && frame->owner.empty() ? about : StrCat(frame->head, "\n", frame->owner);
  }
  return StrCat(claim.type, "\n", claim.value, "\n", about);
}

bool IsSubset(const std::vector<const Group*>& part, const std::vector<const Group*>& whole) {
  return std::all_of(part.begin(), part.end(), [&](const Group* g) { return std::find(whole.begin(), whole.end(), g) != whole.end(); });
}

// Lets `first` ask for `claim` as well; false where another article touches the one and not the other.
bool AskBy(Claim* first, Claim* claim) {
  if (!IsSubset(claim->groups, first->groups)) return false;
  if (!first->span.Overlaps(claim->span)) first->also.push_back(claim->span);
  first->repeats.push_back(claim->id);
  claim->same_as = first->id;
  claim->asked_by = first->fingerprint;
  claim->card = first->card;
  return true;
}

// "The paper reported that Steele said ...": most of what is said is what another said.
bool IsRelay(const Claim& outer, const Claim& inner) { return outer.span.size() < 2 * inner.span.size(); }

// One place that two extractors tell: a duration as a figure and as a time, a saying within a saying of the same speaker or of none
// ("they expect to hold services": what they expect, what they will hold), or one that only passes on another's.
void AskDoublesOnce(const Record& record, std::vector<Claim>* claims) {
  StringMap<Claim*> by_id;
  for (Claim& claim : *claims) by_id.emplace(claim.id, &claim);
  for (size_t i = 1; i < claims->size(); ++i) {
    Claim& a = (*claims)[i - 1];
    Claim& b = (*claims)[i];
    if (a.span != b.span) continue;
    if (a.kind == "date" && b.kind == "figure" && a.same_as.empty()) AskBy(&b, &a);
    if (a.kind == "figure" && b.kind == "date" && b.same_as.empty()) AskBy(&a, &b);
  }
  for (const Statement& statement : record.statements) {
    const auto inner = by_id.find(statement.id);
    const auto outer = by_id.find(statement.nested_in);
    if (inner == by_id.end() || outer == by_id.end() || !inner->second->same_as.empty()) continue;
    Claim* in = inner->second;
    Claim* out = outer->second->same_as.empty() ? outer->second : by_id.at(outer->second->same_as);
    if (in == out) continue;
    if (in->said_by.empty() || in->said_by == out->said_by) {
      AskBy(out, in);
    } else if ((out->said_by.empty() || IsRelay(*out, *in)) && in->repeats.empty() && out->repeats.empty()) {
      if (!out->said_by.empty()) in->said_by = StrCat(out->said_by, " > ", in->said_by);
      AskBy(in, out);
    }
  }
}

// A double of a claim that turned out to be a repeat itself is asked where that one is.
void AskDirectly(std::vector<Claim>* claims) {
  StringMap<Claim*> by_id;
  for (Claim& claim : *claims) by_id.emplace(claim.id, &claim);
  for (Claim& claim : *claims) {
    if (claim.same_as.empty()) continue;
    Claim* host = by_id.at(claim.same_as);
    if (host->same_as.empty()) continue;
    Claim* first = by_id.at(host->same_as);  // a host is no double: two steps at most
    first->repeats.push_back(claim.id);
    claim.same_as = first->id;
    claim.asked_by = first->fingerprint;
    claim.card = first->card;
  }
}

}  // namespace

Worth WorthOf(const Figure& figure) {
  const bool is_one = figure.low && figure.high && *figure.low == Decimal(1) && *figure.high == Decimal(1);
  const bool is_vague = !figure.low && !figure.high;
  switch (figure.kind) {
    case FigureKind::kAge:
      return Worth::kAge;
    case FigureKind::kOrdinal:
      return is_one ? Worth::kSuperlative : Worth::kFigure;
    case FigureKind::kCardinal:
    case FigureKind::kDuration:
      return is_one || is_vague ? Worth::kSmall : Worth::kFigure;
    default:
      return is_vague ? Worth::kSmall : Worth::kFigure;
  }
}

Worth WorthOf(const Timex& date) {
  constexpr std::string_view kKnown = "0123456789W";  // a part of the value that is not X
  // "now", "recently"; "every day"; "a day", "some weeks".
  if (date.value.ends_with("_REF") || date.type == TimexType::kSet) return Worth::kSmall;
  const bool is_vague = date.value.find('X') != std::string::npos;
  const bool is_one = date.value.starts_with("P1") && date.value.size() == 3;
  if (date.type == TimexType::kDuration) return is_vague || is_one || date.value.starts_with("PT1") ? Worth::kSmall : Worth::kDate;
  // "this morning" of a day that is not known.
  const bool is_blank = std::string_view(date.value).find_first_of(kKnown) == std::string_view::npos;
  return is_blank ? Worth::kSmall : Worth::kDate;
}

void AskOnce(const Record& record, std::vector<Claim>* claims) {
  AskDoublesOnce(record, claims);
  StringMap<std::vector<size_t>> asked;  // by question: claims that stand for it
  for (size_t i = 0; i < claims->size(); ++i) {
    if (!(*claims)[i].same_as.empty()) continue;
    const std::string question = QuestionOf(record.document, (*claims)[i]);
    if (question.empty()) continue;
    std::vector<size_t>& before = asked[question];
    const bool same = std::any_of(before.begin(), before.end(), [&](size_t k) { return AskBy(&(*claims)[k], &(*claims)[i]); });
    if (!same) before.push_back(i);
  }
  AskDirectly(claims);
}

void PutOnCards(const Places& places, std::vector<Claim>* claims) {
  Span card;
  size_t first = 0;  // of the card
  for (size_t i = 0; i < claims->size(); ++i) {
    const Claim& claim = (*claims)[i];
    // A quotation of several sentences stands on the card of its first.
    const Span begin = claim.kind == "statement" ? Span{claim.span.start, claim.span.start + 1} : claim.span;
    const Span sentence = places.SentenceOf(begin);
    if (i == 0 || sentence.start >= card.end) {
      card = sentence;
      first = i;
    } else {
      card.end = std::max(card.end, sentence.end);
    }
    for (size_t k = first; k <= i; ++k) (*claims)[k].card = card;
  }
}

std::vector<Card> CardsOf(const std::vector<Claim>& claims) {
  std::vector<Card> cards;
  for (size_t i = 0; i < claims.size(); ++i) {
    if (!claims[i].same_as.empty()) continue;  // its card is told by the claim it repeats
    if (cards.empty() || cards.back().sentence != claims[i].card) cards.push_back({claims[i].card, i, i, {}});
    cards.back().asked.push_back(&claims[i]);
  }
  for (Card& card : cards) {
    while (card.first > 0 && claims[card.first - 1].span.start >= card.sentence.start) --card.first;
    for (card.last = card.first; card.last < claims.size() && claims[card.last].span.start < card.sentence.end;) ++card.last;
    std::stable_sort(card.asked.begin(), card.asked.end(), [](const Claim* a, const Claim* b) { return a->worth < b->worth; });
  }
  return cards;
}

std::string SentenceFingerprint(const Document& document, Span card) { return ClaimFingerprint(document, "sentence", card); }

}  // namespace crosscheck
