#include "reuse/edits.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr uint32_t kLongestFact = 5;  // words of a figure or name
constexpr double kNoisy = 0.02;       // part of misread words from which a passage counts as badly scanned

std::string_view TextOf(const StoryText& story, uint32_t word) {
  return story.text.substr(story.words[word].start, story.words[word].size);
}

std::string TextOf(const StoryText& story, WordRange range) {
  std::string text;
  for (uint32_t i = range.first; i < range.last; ++i) StrAppend(&text, text.empty() ? "" : " ", LowerCase(TextOf(story, i)));
  return text;
}

// Bytes of a range; an empty one lies before the word that follows.
Span SpanOf(const StoryText& story, WordRange range) {
  if (!range.empty()) return {story.words[range.first].start, story.words[range.last - 1].end()};
  const uint32_t at = range.first < story.words.size() ? story.words[range.first].start
                      : story.words.empty()            ? 0
                                                       : story.words[story.words.size() - 1].end();
  return {at, at};
}

// Letters to change, put in or cut to make y of x; words longer than 32 bytes count by their first 32.
uint32_t EditDistance(std::string_view x, std::string_view y) {
  constexpr size_t kLimit = 32;
  x = x.substr(0, kLimit);
  y = y.substr(0, kLimit);
  std::array<uint32_t, kLimit + 1> row{};
  for (size_t j = 0; j <= y.size(); ++j) row[j] = static_cast<uint32_t>(j);
  for (size_t i = 1; i <= x.size(); ++i) {
    uint32_t diagonal = row[0];
    row[0] = static_cast<uint32_t>(i);
    for (size_t j = 1; j <= y.size(); ++j) {
      const uint32_t change = diagonal + (x[i - 1] == y[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[y.size()];
}

// May one be a misreading of the other?
bool Misread(std::string_view x, std::string_view y) {
  const std::string lower_x = LowerCase(x);
  const std::string lower_y = LowerCase(y);
  return EditDistance(lower_x, lower_y) * 5 <= 2 * std::max(lower_x.size(), lower_y.size()) + 2;
}

// Digits and separators with at most a unit glued on: not a word with misread letters.
bool IsCleanNumber(std::string_view word) {
  static constexpr std::string_view kUnits[] = {"",   "st", "nd", "rd", "th", "bn", "m", "mn", "tn", "k",
                                                "km", "kg", "cm", "mm", "am", "pm", "c", "f",  "g"};
  size_t end = word.size();
  while (end > 0 && ((word[end - 1] | 0x20) >= 'a' && (word[end - 1] | 0x20) <= 'z')) --end;
  const std::string unit = AsciiLower(word.substr(end));
  if (std::find(std::begin(kUnits), std::end(kUnits), unit) == std::end(kUnits) &&
      !(unit == "s" && end > 1 && word[end - 1] == '0'))
    return false;
  return end > 0 && std::none_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(end),
                                 [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

// Runs of words in `range` for which `is` holds.
template <class Is>
std::vector<WordRange> RunsOf(WordRange range, const Is& is) {
  std::vector<WordRange> runs;
  for (uint32_t i = range.first; i < range.last; ++i) {
    if (!is(i)) continue;
    if (!runs.empty() && runs.back().last == i) {
      ++runs.back().last;
    } else {
      runs.push_back({i, i + 1});
    }
  }
  return runs;
}

class ChangeFinder {
 public:
  ChangeFinder(const StoryClaims& a, const StoryClaims& b, const FactWords& words) : a_(a), b_(b), words_(words) {}

  void Add(const AlignedPassage& passage) {
    const std::vector<Difference> differences = DiffPassage(a_.text, b_.text, passage);
    uint32_t misread = 0;
    for (const Difference& d : differences) {
      if (d.a.size() == 1 && d.b.size() == 1 && !FactAt(d) && Misread(TextOf(a_.text, d.a.first), TextOf(b_.text, d.b.first)))
        ++misread;
    }
    noisy_ = misread > 2 && misread > kNoisy * passage.a.size();
    for (const Difference& d : differences) AddDifference(d);
  }

  std::vector<Edit> Take() {
    std::sort(changes_.begin(), changes_.end(),
              [](const Edit& x, const Edit& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    changes_.erase(
        std::unique(changes_.begin(), changes_.end(), [](const Edit& x, const Edit& y) { return x.a == y.a && x.b == y.b; }),
        changes_.end());
    return std::move(changes_);
  }

 private:
  // A capitalised word that is not only the first of its sentence.
  bool IsName(const StoryText& story, uint32_t i) const {
    const Word& word = story.words[i];
    if (!word.Has(Word::kCapital) || words_.IsCommon(story, i) || words_.IsDate(story, i) || words_.IsNumber(story, i))
      return false;
    if (!word.Has(Word::kSentence)) return true;
    return i + 1 < story.words.size() && story.words[i + 1].Has(Word::kCapital) && !story.words[i + 1].Has(Word::kSentence);
  }
  bool FactAt(const Difference& d) const {
    return words_.IsNumber(a_.text, d.a.first) || words_.IsDate(a_.text, d.a.first) || words_.IsNegation(a_.text, d.a.first);
  }

  // Over the border of a paragraph it is not clear what stands for what: a headline or a credit line may be in between.
  static bool CrossesParagraph(const StoryText& story, WordRange range) {
    for (uint32_t i = range.first; i < range.last; ++i) {
      if (story.words[i].Has(Word::kParagraph)) return true;
    }
    return false;
  }

  void AddDifference(const Difference& d) {
    if (CrossesParagraph(a_.text, d.a) || CrossesParagraph(b_.text, d.b)) return;
    AddNegation(d);
    if (d.a.empty() || d.b.empty()) return;
    PairUp(d, EditKind::kFigure, [&](const StoryText& s, uint32_t i) { return words_.IsNumber(s, i); });
    PairUp(d, EditKind::kDate, [&](const StoryText& s, uint32_t i) { return words_.IsDate(s, i); });
    PairUp(d, EditKind::kName, [&](const StoryText& s, uint32_t i) { return IsName(s, i); });
  }

  // A negation on one side only. A word of few letters can be a misread one: not looked at in bad scans.
  void AddNegation(const Difference& d) {
    if (noisy_) return;
    const auto count = [&](const StoryText& s, WordRange range) {
      uint32_t n = 0;
      for (uint32_t i = range.first; i < range.last; ++i) n += words_.IsNegation(s, i) ? 1 : 0;
      return n;
    };
    const uint32_t in_a = count(a_.text, d.a);
    const uint32_t in_b = count(b_.text, d.b);
    if ((in_a == 0) == (in_b == 0) || d.a.size() > 6 || d.b.size() > 6) return;
    changes_.push_back({EditKind::kNegation, SpanOf(a_.text, d.a), SpanOf(b_.text, d.b)});
  }

  // Pairs the runs of one class of both sides in their order; where the counts differ it is no longer clear what stands for what.
  template <class Is>
  void PairUp(const Difference& d, EditKind kind, const Is& is) {
    const std::vector<WordRange> in_a = RunsOf(d.a, [&](uint32_t i) { return is(a_.text, i); });
    const std::vector<WordRange> in_b = RunsOf(d.b, [&](uint32_t i) { return is(b_.text, i); });
    if (in_a.size() != in_b.size()) return;
    for (size_t k = 0; k < in_a.size(); ++k) {
      if (std::max(in_a[k].size(), in_b[k].size()) > kLongestFact) continue;
      const Edit edit{kind, SpanOf(a_.text, in_a[k]), SpanOf(b_.text, in_b[k])};
      if (Differs(kind, in_a[k], in_b[k], edit)) changes_.push_back(edit);
    }
  }

  bool Differs(EditKind kind, WordRange in_a, WordRange in_b, const Edit& edit) const {
    const std::string words_a = TextOf(a_.text, in_a);
    const std::string words_b = TextOf(b_.text, in_b);
    if (words_a == words_b) return false;
    switch (kind) {
      case EditKind::kFigure:
        if (noisy_ && EditDistance(words_a, words_b) < 2) return false;  // one digit lost or doubled
        return FiguresDiffer(edit) && CleanNumbers(in_a, in_b);
      case EditKind::kDate:
        return DatesDiffer(edit) && !(noisy_ && Misread(words_a, words_b));
      default:
        return NamesDiffer(words_a, words_b, edit);
    }
  }

  bool CleanNumbers(WordRange in_a, WordRange in_b) const {
    const auto clean = [&](const StoryText& s, WordRange range) {
      for (uint32_t i = range.first; i < range.last; ++i) {
        if (s.words[i].Has(Word::kNumber) && !IsCleanNumber(TextOf(s, i))) return false;
      }
      return true;
    };
    return clean(a_.text, in_a) && clean(b_.text, in_b);
  }

  // The claims that overlap the edit; a difference only where none of one side has the value of one of the other.
  bool FiguresDiffer(const Edit& edit) const {
    const auto same = [](const Figure& x, const Figure& y) { return x.low == y.low && x.high == y.high; };
    return !AnyMatch(At(a_.record.figures, edit.a), At(b_.record.figures, edit.b), same);
  }

  bool DatesDiffer(const Edit& edit) const {
    const auto same = [](const Timex& x, const Timex& y) { return x.days.from && x.days == y.days; };
    return !AnyMatch(At(a_.record.dates, edit.a), At(b_.record.dates, edit.b), same);
  }

  template <class Claim, class Same>
  static bool AnyMatch(const std::vector<const Claim*>& in_a, const std::vector<const Claim*>& in_b, const Same& same) {
    for (const Claim* x : in_a) {
      for (const Claim* y : in_b) {
        if (same(*x, *y)) return true;
      }
    }
    return false;
  }

  // The claims, which are in text order, that overlap `span`.
  template <class Claim>
  static std::vector<const Claim*> At(const std::vector<Claim>& claims, Span span) {
    constexpr uint32_t kLongest = 100;  // bytes of a claim that may begin before the span
    std::vector<const Claim*> found;
    const uint32_t from = span.start > kLongest ? span.start - kLongest : 0;
    auto it = std::partition_point(claims.begin(), claims.end(), [&](const Claim& claim) { return claim.span.start < from; });
    for (; it != claims.end() && it->span.start < span.end; ++it) {
      if (it->span.Overlaps(span)) found.push_back(&*it);
    }
    return found;
  }

  // Not where one form shortens the other ("Kim", "Kim Jong Un"), by the words or by the names of the records.
  bool NamesDiffer(const std::string& words_a, const std::string& words_b, const Edit& edit) const {
    if (words_a.find(words_b) != std::string::npos || words_b.find(words_a) != std::string::npos) return false;
    if (noisy_ ? Misread(words_a, words_b) : SameButForSpelling(words_a, words_b)) return false;
    const Name* x = NameAt(a_.record, edit.a);
    const Name* y = NameAt(b_.record, edit.b);
    return x == nullptr || y == nullptr || x->name != y->name;
  }

  static const Name* NameAt(const Record& record, Span span) {
    for (const Name& name : record.names) {
      const auto it = std::partition_point(name.mentions.begin(), name.mentions.end(),
                                           [&](const Span mention) { return mention.end <= span.start; });
      if (it != name.mentions.end() && it->Overlaps(span)) return &name;
    }
    return nullptr;
  }

  // "Organisation", "Organization": British and American spelling, accents, hyphens.
  static bool SameButForSpelling(const std::string& x, const std::string& y) {
    const auto fold = [](const std::string& word) {
      std::string out;
      for (size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (c == ' ' || c == '-' || static_cast<unsigned char>(c) >= 0x80) continue;
        if (c == 'u' && i > 0 && word[i - 1] == 'o' && i + 1 < word.size() && word[i + 1] == 'r') continue;
        if (!out.empty() && out.back() == c) continue;
        out += c == 's' ? 'z' : c;
      }
      if (out.ends_with("tre")) out.replace(out.size() - 2, 2, "er");
      return out;
    };
    return fold(x) == fold(y);
  }

  const StoryClaims& a_;
  const StoryClaims& b_;
  const FactWords& words_;
  bool noisy_ = false;
  std::vector<Edit> changes_;
};

}  // namespace

FactWords::FactWords(const Lexicon& lexicon) {
  constexpr RoleSet kRead =
      Bits({Role::kNegation, Role::kMonth, Role::kWeekday, Role::kNumberWord, Role::kOrdinalWord, Role::kMultiplier,
            Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kRelative, Role::kPreposition, Role::kCoordinator,
            Role::kSubordinator, Role::kAuxiliary, Role::kModal, Role::kAdverb});
  for (WordId word = 1; word < lexicon.size(); ++word) {
    const RoleSet roles = lexicon.roles(word) & kRead;
    const bool clitic = lexicon.text(word).find('\'') != std::string_view::npos;  // IsNegation sees "n't" in the text
    const uint32_t hash = roles == 0 || clitic ? 0 : FoldedHash(lexicon.text(word));
    if (hash != 0) roles_[hash] |= roles;
  }
}

RoleSet FactWords::Roles(const StoryText& story, uint32_t word) const {
  const auto it = roles_.find(story.words[word].hash);
  return it == roles_.end() ? 0 : it->second;
}

bool FactWords::IsNegation(const StoryText& story, uint32_t word) const {
  if ((Roles(story, word) & Bit(Role::kNegation)) != 0) return true;
  const std::string_view text = TextOf(story, word);
  return text.size() > 3 && (text.ends_with("n't") || text.ends_with("n\xE2\x80\x99t"));
}

bool FactWords::IsNumber(const StoryText& story, uint32_t word) const {
  return story.words[word].Has(Word::kNumber) ||
         (Roles(story, word) & Bits({Role::kNumberWord, Role::kOrdinalWord, Role::kMultiplier})) != 0;
}

bool FactWords::IsDate(const StoryText& story, uint32_t word) const {
  return story.words[word].Has(Word::kCapital) && (Roles(story, word) & Bits({Role::kMonth, Role::kWeekday})) != 0;
}

bool FactWords::IsCommon(const StoryText& story, uint32_t word) const {
  constexpr RoleSet kCommon =
      Bits({Role::kNegation, Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kRelative, Role::kPreposition,
            Role::kCoordinator, Role::kSubordinator, Role::kAuxiliary, Role::kModal, Role::kAdverb});
  return (Roles(story, word) & kCommon) != 0;
}

std::vector<Edit> FactChanges(const StoryClaims& a, const StoryClaims& b, const std::vector<AlignedPassage>& passages,
                              const FactWords& words) {
  ChangeFinder finder(a, b, words);
  for (const AlignedPassage& passage : passages) finder.Add(passage);
  return finder.Take();
}

std::vector<Edit> WordEdits(std::string_view text_a, Span a, std::string_view text_b, Span b) {
  const StoryText story_a{text_a, ReadWords(text_a, a)};
  const StoryText story_b{text_b, ReadWords(text_b, b)};
  GramTable grams;
  grams.Build(story_a.words);
  // The spans are one passage: its longest chain goes from border to border. One without a whole gram is a single stretch.
  AlignedPassage passage;
  for (AlignedPassage& chain : Align(story_a, grams, story_b)) {
    if (chain.equal > passage.equal) passage = std::move(chain);
  }
  passage.a = {0, static_cast<uint32_t>(story_a.words.size())};
  passage.b = {0, static_cast<uint32_t>(story_b.words.size())};
  std::vector<Edit> edits;
  for (const Difference& d : DiffPassage(story_a, story_b, passage)) {
    const bool spelling =
        d.a.size() == 1 && d.b.size() == 1 && SimilarWords(TextOf(story_a, d.a.first), TextOf(story_b, d.b.first));
    edits.push_back({spelling ? EditKind::kSpelling : EditKind::kWords, SpanOf(story_a, d.a), SpanOf(story_b, d.b)});
  }
  return edits;
}

}  // namespace crosscheck
