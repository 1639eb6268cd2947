#include "extract/context/quote_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kLeastWords = 3;  // a shorter quotation is a word held at arm's length
constexpr size_t kLeastAlone = 6;  // of one without a speaker: titles and mottos are shorter
constexpr size_t kEndingLeaves = 3;  // letters before an ending that is spelt in two ways: "hour" has none, "harbour" has

constexpr RoleSet kSmallWords =
    Bits({Role::kDeterminer, Role::kPossessive, Role::kPronoun, Role::kRelative, Role::kPreposition, Role::kCoordinator,
          Role::kSubordinator, Role::kAuxiliary, Role::kAdverb});

bool IsEllipsis(std::string_view text) { return text == "…" || text.starts_with(".."); }

class WordMaker {
 public:
  WordMaker(const TextView& view, const std::vector<Span>& names) : view_(view), rules_(view.rules.words), names_(names) {}

  std::vector<QuoteWord> Make(uint32_t first, uint32_t last) {
    bool bracket = false;
    bool gap = false;
    bool opens = true;
    for (uint32_t t = first; t < last; ++t) {
      const Token& token = view_.tokens[t];
      const std::string_view text = view_.Text(t);
      if (text == "[") bracket = gap = true;
      if (text == "]") bracket = false;
      if (IsEllipsis(text) || (text == "." && view_.Text(t + 1) == "." && t + 1 < last)) gap = true;
      if (bracket) continue;
      const bool word = token.token_class == TokenClass::kWord || token.token_class == TokenClass::kNumber;
      if (token.token_class == TokenClass::kStop || text == ";") opens = true;
      const std::string form = FormOf(t);
      if (!word && form == text) continue;
      const size_t before = words_.size();
      for (const std::string_view part : Split(form, ' ')) {
        if (!part.empty()) words_.push_back({token.span(), std::string(part), KindOf(t, part), false, false});
      }
      if (words_.size() == before) continue;
      words_[before].gap_before = std::exchange(gap, false);
      // A quotation that begins in small letters is a piece of a sentence.
      words_[before].opens = std::exchange(opens, false) && (before > 0 || token.Has(Token::kCapital) || !word);
    }
    MarkConditions();
    return std::move(words_);
  }

 private:
  std::string FormOf(uint32_t t) const {
    std::string folded(view_.Folded(t));
    if (view_.tokens[t].token_class == TokenClass::kNumber) {
      std::erase(folded, ',');
      return folded;
    }
    if (const auto known = rules_.forms.find(folded); known != rules_.forms.end()) return known->second;
    const NumberWord& number = view_.rules.figures.Number(view_.tokens[t].word);
    if (number.Is(NumberClass::kUnit) || number.Is(NumberClass::kTeen) || number.Is(NumberClass::kTen)) return number.value.ToString();
    std::erase(folded, '.');
    for (const auto& [ending, other] : rules_.endings) {
      if (folded.size() >= ending.size() + kEndingLeaves && folded.ends_with(ending))
        return folded.substr(0, folded.size() - ending.size()) + other;
    }
    return folded;
  }

  bool InName(Span span) const {
    const auto it = std::upper_bound(names_.begin(), names_.end(), span, [](Span a, Span b) { return a.start < b.start; });
    return it != names_.begin() && std::prev(it)->Contains(span);
  }

  QuoteWordKind KindOf(uint32_t t, std::string_view form) const {
    if (const auto it = rules_.weighty.find(form); it != rules_.weighty.end()) return it->second;
    if (form.front() >= '0' && form.front() <= '9') return QuoteWordKind::kNumber;
    if (InName(view_.tokens[t].span())) return QuoteWordKind::kName;
    const RoleSet roles = view_.rules.lexicon.roles(view_.rules.lexicon.Find(form));
    return (roles & kSmallWords) != 0 || form.size() == 1 ? QuoteWordKind::kSmall : QuoteWordKind::kPlain;
  }

  void MarkConditions() {
    for (size_t w = 0; w < words_.size(); ++w) {
      for (const std::vector<std::string>& phrase : rules_.conditions) {
        if (w + phrase.size() > words_.size()) continue;
        const auto same = [](const std::string& a, const QuoteWord& b) { return a == b.form; };
        if (!std::equal(phrase.begin(), phrase.end(), words_.begin() + static_cast<ptrdiff_t>(w), same)) continue;
        for (size_t i = 0; i < phrase.size(); ++i) words_[w + i].kind = QuoteWordKind::kCondition;
      }
    }
  }

  const TextView& view_;
  const WordRules& rules_;
  const std::vector<Span>& names_;
  std::vector<QuoteWord> words_;
};

class FrameMaker {
 public:
  FrameMaker(const TextView& view, const QuoteMap& quotes, Record* record) : view_(view), quotes_(quotes), record_(*record) {
    for (const Name& name : record->names) {
      mentions_.insert(mentions_.end(), name.mentions.begin(), name.mentions.end());
    }
    std::sort(mentions_.begin(), mentions_.end());
    for (const Statement& statement : record->statements) by_id_[statement.id] = &statement;
  }

  void Make() {
    // Nested statements stand behind the one that holds them: the innermost speaks the words.
    for (const Statement& statement : record_.statements) {
      if (statement.kind == StatementKind::kIndirect || statement.polarity == Polarity::kDeclined || InsideQuotation(statement)) continue;
      QuoteFrame frame;
      frame.of = statement.id;
      frame.story = statement.story;
      for (const Span part : statement.content) AddPart(part, statement.kind == StatementKind::kMixed, &frame);
      if (frame.words.size() < kLeastWords) continue;
      SetSpeaker(statement, &frame);
      if (!record_.quotes.empty() && record_.quotes.back().words.front().span == frame.words.front().span) record_.quotes.pop_back();
      record_.quotes.push_back(std::move(frame));
    }
    AddUnattributed();
    std::stable_sort(record_.quotes.begin(), record_.quotes.end(), [](const QuoteFrame& a, const QuoteFrame& b) {
      return a.words.front().span.start < b.words.front().span.start;
    });
  }

 private:
  uint32_t TokenAt(uint32_t byte) const {
    const auto it = std::lower_bound(view_.tokens.begin(), view_.tokens.end(), byte,
                                     [](const Token& token, uint32_t at) { return token.end() <= at; });
    return static_cast<uint32_t>(it - view_.tokens.begin());
  }

  // "I told them it would be a bus next time": the words told inside belong to the quotation around them.
  bool InsideQuotation(const Statement& statement) const {
    const auto outer = by_id_.find(statement.nested_in);
    return outer != by_id_.end() && outer->second->kind == StatementKind::kDirect;
  }

  // Quotations that nobody is said to have spoken: the words are compared all the same.
  void AddUnattributed() {
    std::vector<uint32_t> told;
    for (const QuoteFrame& frame : record_.quotes) {
      for (const QuoteWord& word : frame.words) told.push_back(word.span.start);
    }
    std::sort(told.begin(), told.end());
    for (const Quotation& quotation : quotes_.quotations) {
      QuoteFrame frame;
      frame.words = NormalWords(view_, quotation.open + 1, quotation.close, mentions_);
      if (frame.words.size() < kLeastAlone) continue;
      const auto next = std::lower_bound(told.begin(), told.end(), frame.words.front().span.start);
      if (next != told.end() && *next < frame.words.back().span.end) continue;
      frame.story = view_.StoryOf(view_.SentenceOf(quotation.open)).id;
      record_.quotes.push_back(std::move(frame));
    }
  }

  // The words of a part of the content; of a mixed one those between quotation marks.
  void AddPart(Span part, bool mixed, QuoteFrame* frame) {
    uint32_t t = TokenAt(part.start);
    while (t < view_.tokens.size() && view_.tokens[t].start < part.end) {
      if (mixed && !quotes_.Inside(t)) {
        ++t;
        continue;
      }
      uint32_t last = t + 1;
      const uint32_t quotation = quotes_.quotation_of[t];
      while (last < view_.tokens.size() && view_.tokens[last].start < part.end && (!mixed || quotes_.quotation_of[last] == quotation)) ++last;
      std::vector<QuoteWord> words = NormalWords(view_, t, last, mentions_);
      if (!words.empty() && !frame->words.empty()) words.front().gap_before = true;
      std::move(words.begin(), words.end(), std::back_inserter(frame->words));
      t = last;
    }
  }

  void SetSpeaker(const Statement& statement, QuoteFrame* frame) const {
    if (statement.sources.empty()) return;
    const Source& source = statement.sources.back();
    frame->speaker_span = source.span;
    for (const Name& name : record_.names) {
      if (name.story != statement.story || name.name != source.name) continue;
      frame->speaker = name.id;
      const bool own = std::any_of(name.mentions.begin(), name.mentions.end(), [&](Span s) { return s.Overlaps(source.span); });
      frame->named = own && !statement.carried && statement.speech && HasTag(statement, source.span);
      return;
    }
  }

  // Does a verb of saying stand in the sentence of the speaker?
  bool HasTag(const Statement& statement, Span speaker) const {
    const uint32_t sentence = view_.sentence_of[TokenAt(speaker.start)];
    return std::any_of(statement.cue.begin(), statement.cue.end(),
                       [&](Span cue) { return view_.sentence_of[TokenAt(cue.start)] == sentence; });
  }

  const TextView& view_;
  const QuoteMap& quotes_;
  Record& record_;
  StringMap<const Statement*> by_id_;
  std::vector<Span> mentions_;  // of all names, by place
};

}  // namespace

std::vector<QuoteWord> NormalWords(const TextView& view, uint32_t first, uint32_t last, const std::vector<Span>& names) {
  return WordMaker(view, names).Make(first, last);
}

void AddQuoteFrames(const TextView& view, const QuoteMap& quotes, Record* record) { FrameMaker(view, quotes, record).Make(); }

}  // namespace crosscheck
