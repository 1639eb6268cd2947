#include "extract/statements.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/candidates.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxLine = 600;  // tokens of one line; a longer sentence is cut, so that each walk is bounded

// One statement before it has an id: tokens instead of bytes.
struct Draft {
  const CueRule* rule = nullptr;
  uint32_t token = 0;
  TokenRange cue;
  std::vector<TokenRange> sources;
  std::vector<TokenRange> content;
  Polarity polarity = Polarity::kAsserted;
  bool speech = true;
  bool carried = false;
  double confidence = 0;
  int nested_in = -1;
  uint32_t paragraph = 0;
};

class StatementFinder {
 public:
  StatementFinder(const TextView& view, const QuoteMap& quotes, const NameTable& names, const std::vector<Timex>& dates)
      : view_(view), quotes_(quotes), names_(names), dates_(dates), g_(view, quotes) {}

  std::vector<Statement> Run() {
    for (size_t s = 0; s < view_.sentences.size();) {
      TokenRange line{view_.sentences[s].first, view_.sentences[s].last};
      paragraph_ = view_.sentences[s].paragraph;
      ++s;
      while (s < view_.sentences.size() && view_.sentences[s].paragraph == paragraph_ && Continues(line, view_.sentences[s])) {
        line.last = view_.sentences[s++].last;
      }
      while (line.size() > kMaxLine) {
        Line({line.first, line.first + kMaxLine});
        line.first += kMaxLine;
      }
      Line(line);
    }
    return Build();
  }

 private:
  // `"Why?" Roe asked.`: the tag belongs to the question before it.
  bool Continues(TokenRange line, const ViewSentence& next) const {
    if (line.size() < 3 || g_.Class(line.last - 1) != TokenClass::kQuote || g_.Class(line.last - 2) != TokenClass::kStop)
      return false;
    if (view_.Text(line.last - 2)[0] == '.' || quotes_.quotation_of[line.last - 1] == QuoteMap::kNone) return false;
    if (g_.QuotationOf(line.last - 1)->close != line.last - 1) return false;
    for (uint32_t t = next.first; t < next.last && t < next.first + 12; ++t) {
      if (g_.Class(t) == TokenClass::kQuote || g_.IsComma(t) || g_.IsFiniteVerb(t)) {
        if (!g_.Is(t, Role::kCue) || t == next.first) return false;
        const Follower follower = FollowerAt(g_, SkipAdjuncts(g_, t + 1, next.last), next.last);
        return follower == Follower::kNothing || follower == Follower::kComma;
      }
    }
    return false;
  }

  void Line(TokenRange line) {
    line.first = AfterDateline(line);
    std::vector<Candidate> candidates = FindCandidates(g_, line);
    SettleContents(g_, line, &candidates);
    const size_t before = drafts_.size();
    for (const Candidate& c : candidates) {
      if (c.accepted) drafts_.push_back(DraftOf(c));
    }
    Nest(before);
    if (drafts_.size() == before) Join(line);
  }

  // "DAYTON, Ohio (Wire) - The", "DAYTON:" before the first sentence.
  uint32_t AfterDateline(TokenRange line) const {
    if (!view_.tokens[line.first].Has(Token::kLineStart) || !view_.tokens[line.first].Has(Token::kAllCaps)) return line.first;
    for (uint32_t t = line.first; t < line.last && t < line.first + 14; ++t) {
      if (g_.IsDash(t) || (g_.Class(t) == TokenClass::kColon && t < line.first + 4))
        return t + 1 < line.last ? t + 1 : line.first;
      if (g_.Class(t) == TokenClass::kStop || g_.Class(t) == TokenClass::kQuote) break;
    }
    return line.first;
  }

  Draft DraftOf(const Candidate& c) const {
    Draft draft;
    draft.rule = c.rule;
    draft.token = c.token;
    draft.cue = c.cue;
    if (!c.source.empty()) draft.sources.push_back(c.source);
    draft.content = c.content;
    std::sort(draft.content.begin(), draft.content.end(), [](TokenRange a, TokenRange b) { return a.first < b.first; });
    draft.polarity = c.rule->polarity;
    if (c.group.negated && draft.polarity == Polarity::kAsserted) draft.polarity = Polarity::kDeclined;
    draft.speech = c.rule->cue_class == CueClass::kStatement || c.rule->cue_class == CueClass::kDocument;
    draft.confidence = c.confidence;
    draft.paragraph = paragraph_;
    return draft;
  }

  // A statement whose cue stands in another's content is nested in it.
  void Nest(size_t first) {
    for (size_t i = first; i < drafts_.size(); ++i) {
      uint32_t size = UINT32_MAX;
      for (size_t k = first; k < drafts_.size(); ++k) {
        if (k == i) continue;
        for (const TokenRange part : drafts_[k].content) {
          if (!part.Contains(drafts_[i].token) || part.size() >= size || drafts_[i].content == drafts_[k].content) continue;
          drafts_[i].nested_in = static_cast<int>(k);
          size = part.size();
        }
      }
    }
  }

  // A sentence that is all quotation goes on with the quotation before it in the paragraph.
  void Join(TokenRange line) {
    const Quotation* quotation = g_.QuotationOf(line.first);
    if (quotation == nullptr || quotation->open != line.first || drafts_.empty()) return;
    Draft& last = drafts_.back();
    if (last.paragraph != paragraph_ || last.nested_in >= 0) return;
    const bool quoted =
        std::any_of(last.content.begin(), last.content.end(), [&](TokenRange part) { return quotes_.Inside(part.last - 1); });
    if (!quoted) return;
    last.content.push_back({quotation->open, Grammar::EndOf(*quotation)});
  }

  std::vector<Statement> Build() {
    std::vector<size_t> order(drafts_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto start = [&](size_t i) {
      uint32_t first = drafts_[i].content.front().first;
      for (const TokenRange source : drafts_[i].sources) first = std::min(first, source.first);
      return first;
    };
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      const bool inner_a = drafts_[a].nested_in >= 0;
      const bool inner_b = drafts_[b].nested_in >= 0;
      if (start(a) != start(b)) return start(a) < start(b);
      return inner_a < inner_b;
    });
    std::vector<std::string> ids(drafts_.size());
    for (size_t i = 0; i < order.size(); ++i) ids[order[i]] = StrCat("s", i + 1);
    std::vector<Statement> out;
    for (const size_t i : order) {
      out.push_back(StatementOf(drafts_[i]));
      out.back().id = ids[i];
      if (drafts_[i].nested_in >= 0) out.back().nested_in = ids[static_cast<size_t>(drafts_[i].nested_in)];
    }
    return out;
  }

  Statement StatementOf(const Draft& draft) const {
    Statement s;
    s.story = view_.StoryOf(view_.sentences[view_.sentence_of[draft.token]]).id;
    s.cue.push_back(view_.SpanOf(draft.cue.first, draft.cue.last));
    for (const TokenRange source : draft.sources) {
      const Span span = view_.SpanOf(source.first, source.last);
      s.sources.push_back(
          {span, std::string(view_.Text(span)), ResolveSource(view_, names_, quotes_, source.first, source.last)});
    }
    for (const TokenRange part : draft.content) s.content.push_back(view_.SpanOf(part.first, part.last));
    s.kind = KindOf(draft.content);
    s.polarity = draft.polarity;
    s.speech = draft.speech;
    s.carried = draft.carried;
    s.rule = draft.rule->id;
    s.confidence = draft.confidence;
    return s;
  }

  StatementKind KindOf(const std::vector<TokenRange>& content) const {
    size_t words = 0;
    size_t quoted = 0;
    for (const TokenRange part : content) {
      for (uint32_t t = part.first; t < part.last; ++t) {
        if (g_.Class(t) != TokenClass::kWord && g_.Class(t) != TokenClass::kNumber) continue;
        ++words;
        quoted += quotes_.Inside(t);
      }
    }
    return quoted == 0 ? StatementKind::kIndirect : quoted == words ? StatementKind::kDirect : StatementKind::kMixed;
  }

  const TextView& view_;
  const QuoteMap& quotes_;
  const NameTable& names_;
  const std::vector<Timex>& dates_;
  Grammar g_;
  uint32_t paragraph_ = 0;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Statement> FindStatements(const TextView& view, const QuoteMap& quotes, const NameTable& names,
                                      const std::vector<Timex>& dates) {
  return StatementFinder(view, quotes, names, dates).Run();
}

}  // namespace crosscheck
