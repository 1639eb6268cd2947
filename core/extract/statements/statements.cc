#include "extract/statements/statements.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/strings.h"
#include "extract/statements/candidates.h"
#include "extract/statements/chains.h"
#include "extract/statements/labels.h"
#include "extract/statements/polarity.h"
#include "extract/statements/silence.h"
#include "extract/statements/turns.h"

namespace crosscheck {
namespace {

constexpr size_t kLookBack = 32;     // statements that a later one can be nested in
constexpr uint32_t kMinCarried = 8;  // tokens of a quotation that a speaker is carried over to
constexpr uint32_t kMaxCarry = 2;    // paragraphs that a speaker is carried over
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
  uint32_t host = UINT32_MAX;
  TokenRange clause;  // cue with listener and adjuncts: where the day of saying stands
  uint32_t paragraph = 0;
  uint32_t story = 0;
};

class StatementFinder {
 public:
  StatementFinder(const TextView& view, const QuoteMap& quotes, const NameTable& names, const std::vector<Timex>& dates)
      : view_(view), quotes_(quotes), names_(names), dates_(dates), g_(view, quotes), inside_(view, no_quotes_) {
    no_quotes_.quotation_of.Assign(view.tokens.size(), QuoteMap::kNone);
  }

  std::vector<Statement> Run() {
    turns_ = FindTurns(g_);
    for (size_t s = 0; s < view_.sentences.size();) {
      TokenRange line{view_.sentences[s].first, view_.sentences[s].last};
      paragraph_ = view_.sentences[s].paragraph;
      story_ = view_.sentences[s].story;
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
    const size_t before = drafts_.size();
    line.first = AfterTurn(line);
    const bool turn = drafts_.size() > before;
    if (!turn) line.first = AfterDateline(line);
    if (line.empty()) return;
    if (!turn && IsTitle(line) && Colon(line)) {
      Analyse(g_, {drafts_.back().cue.last, line.last});
      Inside(line);
      return Nest(before);
    }
    Analyse(g_, line);
    if (turn) return Nest(before);
    if (Signature(line)) return;
    if (drafts_.size() == before) Colon(line);
    if (drafts_.size() == before) Headline(line);
    if (drafts_.size() == before)
      Join(line);
    else
      Claim(before);
    Inside(line);
    Nest(before);
  }

  void Analyse(const Grammar& g, TokenRange line) {
    std::vector<Candidate> candidates = FindCandidates(g, line);
    SettleContents(g, line, &candidates);
    FindSilences(g, line, &candidates);
    LinkChains(g, line, &candidates);
    for (const Candidate& c : candidates) {
      if (!c.accepted) continue;
      drafts_.push_back(DraftOf(g, c));
      if (drafts_.back().content.empty()) drafts_.pop_back();
    }
  }

  // Statements inside the quotations of the line: "She told me he said no".
  void Inside(TokenRange line) {
    for (uint32_t t = line.first; t < line.last; ++t) {
      const Quotation* quotation = g_.QuotationOf(t);
      if (quotation == nullptr) continue;
      const TokenRange piece{std::max(line.first, quotation->open + 1), std::min(line.last, quotation->close)};
      t = std::max(t, piece.last);
      if (piece.size() < 6 || piece.first >= piece.last || HolderOf(piece.first, drafts_.size()) < 0) continue;
      const size_t first = drafts_.size();
      Analyse(inside_, piece);
      std::erase_if(drafts_, [&](const Draft& draft) {
        return static_cast<size_t>(&draft - drafts_.data()) >= first &&
               (draft.sources.empty() || draft.confidence < 0.7 || !draft.speech);
      });
      for (size_t i = first; i < drafts_.size(); ++i) drafts_[i].confidence *= 0.75;
    }
  }

  // A turn of a transcript that begins with the line is a statement; what is left of the line is read for those inside it.
  uint32_t AfterTurn(TokenRange line) {
    while (next_turn_ < turns_.size() && turns_[next_turn_].speaker.first < line.first) ++next_turn_;
    const CueRule* rule = view_.rules.cues.Structure(CueShape::kColon);
    if (rule == nullptr || next_turn_ == turns_.size() || turns_[next_turn_].speaker.first != line.first) return line.first;
    const Turn& turn = turns_[next_turn_];
    AddPlain(*rule, turn.speaker, turn.mark, turn.content);
    return std::min(turn.content.first, line.last);
  }

  // `"The bridge is safe." - Ada Roe, mayor`: who signs the quotation before the dash.
  bool Signature(TokenRange line) {
    const CueRule* rule = view_.rules.cues.Structure(CueShape::kColon);
    uint32_t dash = 0;
    const TokenRange signer = FindSignature(g_, line, &dash);
    if (rule == nullptr || signer.empty()) return false;
    const Quotation& quotation = *g_.QuotationOf(dash - 1);
    const TokenRange content{quotation.open, Grammar::EndOf(quotation)};
    std::erase_if(drafts_, [&](const Draft& draft) { return draft.carried && draft.content.front() == content; });
    AddPlain(*rule, signer, {dash, dash + 1}, content);
    return true;
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

  Draft DraftOf(const Grammar& g, const Candidate& c) const {
    Draft draft;
    draft.rule = c.rule;
    draft.token = c.token;
    draft.host = c.host;
    draft.cue = c.cue;
    draft.clause = c.clause;
    draft.sources = c.carriers;
    if (!c.source.empty()) draft.sources.push_back(c.source);
    draft.content = c.content;
    std::erase_if(draft.content, [](TokenRange part) { return part.empty(); });
    std::sort(draft.content.begin(), draft.content.end(), [](TokenRange a, TokenRange b) { return a.first < b.first; });
    draft.polarity = PolarityOf(g, c);
    if (draft.polarity == Polarity::kDenied && c.rule->polarity == Polarity::kAsserted && !c.group.negated) {
      draft.rule = view_.rules.cues.Structure(CueShape::kAdjective);
    }
    draft.speech = c.rule->cue_class == CueClass::kStatement || c.rule->cue_class == CueClass::kDocument;
    draft.confidence = std::clamp(c.confidence, 0.05, 0.99);
    draft.paragraph = paragraph_;
    draft.story = story_;
    return draft;
  }

  static uint32_t SizeOf(const Draft& draft) {
    uint32_t size = 0;
    for (const TokenRange part : draft.content) size += part.size();
    return size;
  }

  // Index of the innermost statement before `end` whose content holds the token; -1: none.
  int HolderOf(uint32_t token, size_t end, size_t self = SIZE_MAX) const {
    int holder = -1;
    uint32_t size = UINT32_MAX;
    for (size_t k = end; k-- > 0 && end - k <= kLookBack;) {
      if (k == self || drafts_[k].host != UINT32_MAX) continue;
      const auto part = std::find_if(drafts_[k].content.begin(), drafts_[k].content.end(),
                                     [&](TokenRange range) { return range.Contains(token) && range.size() < size; });
      if (part == drafts_[k].content.end()) continue;
      // The larger one holds the smaller, so that there are no circles.
      if (self != SIZE_MAX && (SizeOf(drafts_[k]) < SizeOf(drafts_[self]) || drafts_[self].content == drafts_[k].content))
        continue;
      if (self != SIZE_MAX && SizeOf(drafts_[k]) == SizeOf(drafts_[self]) && k > self) continue;
      holder = static_cast<int>(k);
      size = part->size();
    }
    return holder;
  }

  // A statement whose cue stands in another's content is nested in it.
  void Nest(size_t first) {
    for (size_t i = first; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      if (draft.carried || draft.rule->shape == CueShape::kUnreachable) continue;
      if (draft.host == UINT32_MAX) {
        draft.nested_in = HolderOf(draft.token, drafts_.size(), i);
        continue;
      }
      for (size_t k = first; k < drafts_.size(); ++k) {
        if (drafts_[k].token == draft.host && k != i) draft.nested_in = static_cast<int>(k);
      }
    }
  }

  // `Roe: "The bridge is safe."`
  bool Colon(TokenRange line) {
    const CueRule* rule = view_.rules.cues.Structure(CueShape::kColon);
    if (rule == nullptr) return false;
    const Labelled label = FindLabel(g_, line, IsTitle(line));
    if (label.empty()) return false;
    AddPlain(*rule, label.speaker, label.mark, label.content);
    return true;
  }

  // "Bridge will open in May: mayor".
  void Headline(TokenRange line) {
    const CueRule* rule = view_.rules.cues.Structure(CueShape::kHeadline);
    if (rule == nullptr) return;
    const Labelled found = FindHeadlineSpeaker(g_, names_, line, IsTitle(line));
    if (!found.empty()) AddPlain(*rule, found.speaker, found.mark, found.content);
  }

  // The headline, or the first line of a story.
  bool IsTitle(TokenRange line) const {
    const ViewSentence& sentence = view_.SentenceOf(line.first);
    if (view_.RoleOf(sentence) == SegmentRole::kHeadline) return true;
    return view_.tokens[line.first].start <= view_.StoryOf(sentence).span.start + 2 && line.size() < 30;
  }

  void AddPlain(const CueRule& rule, TokenRange source, TokenRange cue, TokenRange content) {
    Draft draft;
    draft.rule = &rule;
    draft.token = cue.first;
    draft.cue = cue;
    draft.sources.push_back(source);
    draft.content.push_back(content);
    draft.confidence = rule.confidence;
    draft.paragraph = paragraph_;
    draft.story = story_;
    drafts_.push_back(std::move(draft));
  }

  // The last statement that a quotation without a speaker can go on with.
  Draft* LastQuoted() {
    for (size_t k = drafts_.size(); k-- > 0 && drafts_.size() - k <= kLookBack;) {
      Draft& draft = drafts_[k];
      if (draft.nested_in >= 0 || (draft.sources.empty() && k > 0)) continue;
      const bool quoted =
          std::any_of(draft.content.begin(), draft.content.end(), [&](TokenRange part) { return quotes_.Inside(part.last - 1); });
      if (draft.story != story_) return nullptr;
      if (quoted) return &draft;
      if (draft.paragraph != paragraph_) return nullptr;
    }
    return nullptr;
  }

  // A sentence that is all quotation goes on with the quotation before it: in the paragraph as one statement, behind the
  // paragraph as one of its own with the speaker carried over.
  void Join(TokenRange line) {
    const Quotation* quotation = g_.QuotationOf(line.first);
    if (quotation == nullptr || quotation->open != line.first || !g_.IsUtterance(*quotation)) return;
    // `"It fell. It was old," Roe said`: the tag is still to come.
    if (quotation->closed && quotation->close >= line.last && g_.IsComma(quotation->close - 1)) return;
    const TokenRange content{quotation->open, Grammar::EndOf(*quotation)};
    Draft* last = LastQuoted();
    if (last != nullptr && last->content.back() == content) return;  // "Roe said:" above it
    if (last != nullptr && (last->paragraph == paragraph_ || Runs(*last, quotation))) {
      last->content.push_back(content);
      return;
    }
    const CueRule* rule = view_.rules.cues.Structure(CueShape::kCarried);
    const bool whole = content.last + 1 >= line.last || content.last >= line.last;
    if (quotation->continues) {
      running_.push_back(quotes_.quotation_of[line.first]);
      return;
    }
    if (rule == nullptr || last == nullptr || last->sources.empty() || !whole || content.size() < kMinCarried ||
        paragraph_ - last->paragraph > kMaxCarry)
      return;
    if (g_.IsOneOf(last->sources.back().first, {"who", "which", "that"})) return;
    Draft draft;
    draft.rule = rule;
    draft.token = line.first;
    draft.sources = {last->sources.back()};
    draft.content.push_back(content);
    draft.carried = true;
    draft.confidence = rule->confidence;
    draft.paragraph = paragraph_;
    draft.story = story_;
    drafts_.push_back(std::move(draft));
  }

  // Does the statement's last quotation run on into this one?
  bool Runs(const Draft& draft, const Quotation* quotation) const {
    const Quotation* before = g_.QuotationOf(draft.content.back().last - 1);
    return before != nullptr && before->continues && before + 1 == quotation;
  }

  // A tag behind the last paragraph of a running quotation claims the paragraphs before it.
  void Claim(size_t first) {
    Draft& draft = drafts_[first];
    uint32_t index = quotes_.quotation_of[draft.content.front().first];
    for (size_t k = running_.size(); k-- > 0 && index != QuoteMap::kNone && running_[k] + 1 == index; --index) {
      const Quotation& quotation = quotes_.quotations[running_[k]];
      draft.content.insert(draft.content.begin(), {quotation.open, Grammar::EndOf(quotation)});
    }
    running_.clear();
  }

  // The day named in the cue's own clause, or in the words that open its sentence: "In a speech on Monday, Roe said".
  std::optional<DayRange> SaidOn(const Draft& draft) const {
    TokenRange clause = draft.clause;
    if (clause.empty()) return std::nullopt;
    const bool before = !draft.sources.empty() && draft.sources.back().last <= clause.first;
    std::optional<DayRange> day;
    if (before && clause.first - draft.sources.back().last < 6) {
      day = DayIn(OfSaying({draft.sources.back().last, clause.first}, draft));
    }
    if (!day) day = DayIn(OfSaying(clause, draft));
    if (!day) day = DayIn(TimeBehind(draft));
    return day || !before ? day : DayIn(OpeningOf(draft));
  }

  // The words up to a relative clause or a participle that tells of the speaker, whose days are not those of the saying: "who was
  // held on Monday", ", sacked on Friday,"; but "a statement issued on Monday" was said then.
  TokenRange OfSaying(TokenRange part, const Draft& draft) const {
    constexpr RoleSet kThings = Bits({Role::kSpeechNoun, Role::kDocumentNoun});
    bool thing = false;
    if (!draft.sources.empty()) {
      const TokenRange speaker = draft.sources.back();
      for (uint32_t t = speaker.first; t < speaker.last; ++t) thing = thing || view_.IsAny(t, kThings);
    }
    const bool behind = part == draft.clause;
    if (!behind && !draft.sources.empty() && IsToldOf(draft.sources.back(), thing)) return {};
    for (uint32_t t = std::max(part.first, behind ? draft.cue.last : part.first); t < part.last; ++t) {
      const bool participle = !thing && (!behind || g_.IsComma(t - 1)) && (g_.VerbForms(t) & kParticiple) != 0 && !g_.IsTime(t);
      if (participle || view_.Is(t, Role::kRelative)) return {part.first, t};
    }
    return part;
  }

  // Does the speaker end in a clause or participle about him, or stand in one? "the driver arrested | on Friday", "the firm that
  // built the bridge | in 2019".
  bool IsToldOf(TokenRange speaker, bool thing) const {
    for (uint32_t t = speaker.first + 1; t < speaker.last; ++t) {
      if (view_.Is(t, Role::kRelative)) return true;
    }
    const uint32_t end = speaker.last - 1;
    if (!thing && speaker.size() > 1 && !g_.IsCapital(end) && (g_.VerbForms(end) & kParticiple) != 0) return true;
    constexpr uint32_t kNear = 8;
    const uint32_t sentence = view_.sentences[view_.sentence_of[speaker.first]].first;
    const uint32_t low = speaker.first - std::min(speaker.first - sentence, kNear);
    for (uint32_t t = speaker.first; t-- > low && !g_.IsComma(t);) {
      if (view_.Is(t, Role::kRelative)) return t + 1 < speaker.first;
    }
    return false;
  }

  // "rejected the offer | on Monday": the day right behind what stands behind the cue.
  TokenRange TimeBehind(const Draft& draft) const {
    const uint32_t first = draft.content.back().last;
    if (draft.cue.empty() || draft.content.front().first < draft.cue.last) return {};
    const uint32_t end = view_.SentenceOf(draft.token).last;
    uint32_t t = first;
    while (t < end && t < first + 2 && g_.IsOneOf(t, {"on", "last", "late", "early", "earlier", "in"})) ++t;
    const uint32_t time = t;
    while (t < end && g_.IsTime(t)) ++t;
    return t > time ? TokenRange{first, t} : TokenRange();
  }

  // The words before the speaker where the sentence begins with a phrase and a comma.
  TokenRange OpeningOf(const Draft& draft) const {
    const uint32_t speaker = draft.sources.back().first;
    const uint32_t first = view_.SentenceOf(speaker).first;
    if (speaker < first + 3 || !g_.IsComma(speaker - 1) || draft.content.front().first < speaker) return {};
    if (!g_.IsOneOf(first, {"on", "in", "at", "during", "late", "early", "earlier", "last"}) && !g_.IsTime(first)) return {};
    const TokenRange opening{first, speaker - 1};
    return g_.HasFiniteVerb(opening) ? TokenRange() : opening;
  }

  std::optional<DayRange> DayIn(TokenRange part) const {
    if (part.empty()) return std::nullopt;
    const Span span = view_.SpanOf(part.first, part.last);
    auto it = std::lower_bound(dates_.begin(), dates_.end(), span.start,
                               [](const Timex& date, uint32_t at) { return date.span.start < at; });
    for (; it != dates_.end() && it->span.start < span.end; ++it) {
      if (it->type == TimexType::kDate && (it->days.from || it->days.until)) return it->days;
    }
    return std::nullopt;
  }

  std::vector<Statement> Build() {
    std::vector<size_t> order(drafts_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto own_start = [&](size_t i) {
      uint32_t first = drafts_[i].content.front().first;
      for (const TokenRange source : drafts_[i].sources) first = std::min(first, source.first);
      return first;
    };
    const auto start = [&](size_t i) {
      const int outer = drafts_[i].nested_in;
      return outer < 0 ? own_start(i) : std::max(own_start(i), own_start(static_cast<size_t>(outer)));
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
    s.story = view_.StoryOf(view_.SentenceOf(draft.token)).id;
    if (!draft.cue.empty()) s.cue.push_back(view_.SpanOf(draft.cue.first, draft.cue.last));
    for (const TokenRange source : draft.sources) {
      const Span span = view_.SpanOf(source.first, source.last);
      s.sources.push_back(
          {span, std::string(view_.Text(span)), ResolveSource(view_, names_, quotes_, source.first, source.last, draft.content)});
    }
    for (const TokenRange part : draft.content) s.content.push_back(view_.SpanOf(part.first, part.last));
    s.kind = KindOf(draft.content);
    s.polarity = draft.polarity;
    s.speech = draft.speech;
    s.carried = draft.carried;
    s.said_on = SaidOn(draft);
    s.rule = draft.rule->id;
    s.confidence = std::round(draft.confidence * 100) / 100;
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
  QuoteMap no_quotes_;  // for the inside of quotations
  Grammar inside_;
  uint32_t paragraph_ = 0;
  uint32_t story_ = 0;
  std::vector<Turn> turns_;
  size_t next_turn_ = 0;
  std::vector<uint32_t> running_;  // quotations that run on and have no speaker yet
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Statement> FindStatements(const TextView& view, const QuoteMap& quotes, const NameTable& names,
                                      const std::vector<Timex>& dates) {
  return StatementFinder(view, quotes, names, dates).Run();
}

}  // namespace crosscheck
