// How it works: AlignWords gives the region that both quotations share and its edits (Smith-Waterman over normal forms). Each
// edit is judged by the kinds of the words in it; then what one of them leaves out at the ends, up to the stop, is judged the
// same way. The gravest change is the pair's.
#include "compare/pair/quotes.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "text/stem.h"

namespace crosscheck {
namespace {

constexpr size_t kMaxWords = 400;
constexpr size_t kLeastEqual = 4;        // "we never stopped hoping": shorter ones are anybody's words
constexpr size_t kLeastContent = 2;      // of whole quotations
constexpr size_t kTellingContent = 6;
constexpr size_t kTellingRun = 8;
constexpr size_t kTellingWhole = 7;      // equal words of two quotations that are nearly the same from end to end
constexpr size_t kLooseEnd = 2;          // words at an end of both that are a change, not a cut
constexpr size_t kFarthestLimit = 14;    // words of a cut end that are looked at for what limits the rest
constexpr int kEqual = 2;
constexpr int kOther = -1;
constexpr int kSkip = -1;

using Words = std::vector<QuoteWord>;

struct Alignment {
  size_t a_first = 0, a_last = 0;
  size_t b_first = 0, b_last = 0;
  std::vector<WordEdit> edits;  // in order
};

enum class Step : uint8_t { kStop, kBoth, kA, kB };

Alignment AlignWords(const Words& a, const Words& b) {
  const size_t n = std::min(a.size(), kMaxWords);
  const size_t m = std::min(b.size(), kMaxWords);
  std::vector<Step> steps((n + 1) * (m + 1), Step::kStop);
  std::vector<int> above(m + 1, 0);
  std::vector<int> row(m + 1, 0);
  int best = 0;
  size_t best_i = 0;
  size_t best_j = 0;
  for (size_t i = 1; i <= n; ++i) {
    for (size_t j = 1; j <= m; ++j) {
      const int both = above[j - 1] + (a[i - 1].form == b[j - 1].form ? kEqual : kOther);
      const int skip_a = above[j] + kSkip;
      const int skip_b = row[j - 1] + kSkip;
      const int score = std::max({0, both, skip_a, skip_b});
      Step& step = steps[i * (m + 1) + j];
      if (score > 0) step = score == both ? Step::kBoth : score == skip_a ? Step::kA : Step::kB;
      row[j] = score;
      if (score > best) best = score, best_i = i, best_j = j;
    }
    above.swap(row);
  }
  Alignment result;
  result.a_last = best_i;
  result.b_last = best_j;
  size_t i = best_i;
  size_t j = best_j;
  std::vector<WordEdit> edits;  // back to front
  const auto add = [&](size_t a_words, size_t b_words) {
    if (!edits.empty() && edits.back().a_first == i && edits.back().b_first == j) {
      edits.back().a_first -= a_words;
      edits.back().b_first -= b_words;
    } else {
      edits.push_back({i - a_words, i, j - b_words, j});
    }
    i -= a_words;
    j -= b_words;
  };
  while (steps[i * (m + 1) + j] != Step::kStop) {
    switch (steps[i * (m + 1) + j]) {
      case Step::kBoth:
        if (a[i - 1].form == b[j - 1].form) {
          --i, --j;
        } else {
          add(1, 1);
        }
        break;
      case Step::kA: add(1, 0); break;
      case Step::kB: add(0, 1); break;
      case Step::kStop: break;
    }
  }
  result.a_first = i;
  result.b_first = j;
  std::reverse(edits.begin(), edits.end());
  // A word or two of both at an end are a change, not a cut: "some of the pipes", "all of the pipes".
  if (i > 0 && j > 0 && i <= kLooseEnd && j <= kLooseEnd) {
    edits.insert(edits.begin(), {0, i, 0, j});
    result.a_first = result.b_first = 0;
  }
  if (best_i < n && best_j < m && n - best_i <= kLooseEnd && m - best_j <= kLooseEnd) {
    edits.push_back({best_i, n, best_j, m});
    result.a_last = n;
    result.b_last = m;
  }
  result.edits = std::move(edits);
  return result;
}

std::vector<std::string> FormsOf(const Words& words, size_t first, size_t last, QuoteWordKind kind) {
  std::vector<std::string> forms;
  for (size_t i = first; i < last; ++i) {
    if (words[i].kind == kind) forms.push_back(words[i].form);
  }
  return forms;
}

std::string Joined(const Words& words, size_t first, size_t last) {
  std::string joined;
  for (size_t i = first; i < last; ++i) joined += words[i].form;
  return joined;
}

// One name in two spellings.
bool IsSpelling(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (a[i][0] != b[i][0] || EditDistance(a[i], b[i], 2) > 2) return false;
  }
  return true;
}

QuoteChange ChangeOf(const Words& a, const Words& b, const WordEdit& edit) {
  const bool cut = edit.a_first == edit.a_last || edit.b_first == edit.b_last;
  if (cut) {
    const Words& shorter = edit.a_first == edit.a_last ? a : b;
    const size_t at = edit.a_first == edit.a_last ? edit.a_first : edit.b_first;
    if (at < shorter.size() && shorter[at].gap_before) return QuoteChange::kNone;
  }
  if (Joined(a, edit.a_first, edit.a_last) == Joined(b, edit.b_first, edit.b_last)) return QuoteChange::kNone;
  const auto of = [&](QuoteWordKind kind) {
    return std::pair(FormsOf(a, edit.a_first, edit.a_last, kind), FormsOf(b, edit.b_first, edit.b_last, kind));
  };
  const auto negations = of(QuoteWordKind::kNegation);
  if (negations.first.size() % 2 != negations.second.size() % 2) return QuoteChange::kNegation;
  const auto modals = of(QuoteWordKind::kModal);
  if (modals.first != modals.second) return QuoteChange::kModal;
  const auto quantifiers = of(QuoteWordKind::kQuantifier);
  if (!cut && quantifiers.first != quantifiers.second) return QuoteChange::kQuantifier;
  const auto names = of(QuoteWordKind::kName);
  if (!names.first.empty() && !names.second.empty() && !IsSpelling(names.first, names.second)) return QuoteChange::kName;
  const auto numbers = of(QuoteWordKind::kNumber);
  if (!numbers.first.empty() && !numbers.second.empty() && numbers.first != numbers.second) return QuoteChange::kNumber;
  return cut ? QuoteChange::kNone : QuoteChange::kWording;
}

// Whether words [from, to), which the other quotation leaves out at an end, turn the rest of their sentence. A negation does so
// before it alone: "I never said that ..."; "..., and we should not weaken it" is a statement more.
bool TurnsTheRest(const Words& words, size_t from, size_t to, bool before) {
  return std::any_of(words.begin() + static_cast<ptrdiff_t>(from), words.begin() + static_cast<ptrdiff_t>(to), [&](const QuoteWord& word) {
    return word.kind == QuoteWordKind::kCondition || (before && word.kind == QuoteWordKind::kNegation);
  });
}

// What `longer` has before and behind the region, where the other one begins or ends with it.
std::optional<std::pair<size_t, size_t>> TurningEnd(const Words& longer, size_t first, size_t last, bool begins, bool ends) {
  if (begins && first > 0 && !longer[first].opens && !longer[first].gap_before) {
    size_t from = first;
    while (from > 0 && first - from < kFarthestLimit && !longer[from].opens) --from;
    if (TurnsTheRest(longer, from, first, true)) return std::pair(from, first);
  }
  if (ends && last < longer.size()) {
    size_t to = last;
    while (to < longer.size() && to - last < kFarthestLimit && !longer[to].opens) ++to;
    if (TurnsTheRest(longer, last, to, false)) return std::pair(last, to);
  }
  return std::nullopt;
}

}  // namespace

std::optional<QuotePair> PairQuotes(const Words& a, const Words& b) {
  const Alignment alignment = AlignWords(a, b);
  QuotePair pair;
  pair.a_first = alignment.a_first;
  pair.a_last = alignment.a_last;
  pair.b_first = alignment.b_first;
  pair.b_last = alignment.b_last;
  size_t i = pair.a_first;
  const auto count = [&](size_t until) {
    pair.run = std::max(pair.run, until - i);
    for (; i < until; ++i) {
      ++pair.equal;
      pair.content += a[i].kind == QuoteWordKind::kSmall ? 0 : 1;
    }
  };
  for (const WordEdit& edit : alignment.edits) {
    count(edit.a_first);
    i = edit.a_last;
  }
  count(pair.a_last);
  const size_t shorter = std::min(a.size(), b.size());
  const size_t region = std::max(pair.a_last - pair.a_first, pair.b_last - pair.b_first);
  const size_t covered = std::min(pair.a_last - pair.a_first, pair.b_last - pair.b_first);
  pair.whole = covered + kLooseEnd >= shorter && covered * 10 >= shorter * 8;
  if (pair.equal < kLeastEqual || pair.content < kLeastContent || pair.equal * 10 < region * 6) return std::nullopt;
  if (!pair.whole && !IsTelling(pair)) return std::nullopt;
  // "I feel we weren't", "I didn't feel we were": a negation in another place.
  const auto negations = [](const Words& words, size_t first, size_t last) { return FormsOf(words, first, last, QuoteWordKind::kNegation).size(); };
  const auto opening = [](const Words& words, size_t at) {
    while (at > 0 && !words[at].opens) --at;
    return at;
  };
  const bool moved = negations(a, opening(a, pair.a_first), pair.a_last) % 2 == negations(b, opening(b, pair.b_first), pair.b_last) % 2;
  for (const WordEdit& edit : alignment.edits) {
    const QuoteChange change = ChangeOf(a, b, edit);
    if (change == QuoteChange::kNegation && moved) continue;
    if (change > pair.change) pair.change = change, pair.worst = edit;
  }
  // Who quotes a piece of a sentence says in his own words what limits it.
  const auto sense = [&](const Words& cut, const WordEdit& edit) {
    if (!cut.front().opens) return;
    if (pair.change < QuoteChange::kSense) pair.change = QuoteChange::kSense, pair.worst = edit;
  };
  const bool b_begins = pair.b_first == 0, b_ends = pair.b_last == b.size();
  const bool a_begins = pair.a_first == 0, a_ends = pair.a_last == a.size();
  if (const auto end = TurningEnd(a, pair.a_first, pair.a_last, b_begins, b_ends))
    sense(b, {end->first, end->second, end->first < pair.a_first ? 0 : b.size(), end->first < pair.a_first ? 0 : b.size()});
  if (const auto end = TurningEnd(b, pair.b_first, pair.b_last, a_begins, a_ends))
    sense(a, {end->first < pair.b_first ? 0 : a.size(), end->first < pair.b_first ? 0 : a.size(), end->first, end->second});
  return pair;
}

bool IsTelling(const QuotePair& pair) {
  return pair.content >= kTellingContent || pair.run >= kTellingRun || (pair.whole && pair.equal >= kTellingWhole);
}

}  // namespace crosscheck
