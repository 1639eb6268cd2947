#include "compare/quotes.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "base/strings.h"
#include "base/utf8.h"
#include "compare/speakers.h"
#include "compare/word_alignment.h"
#include "text/lexicon.h"
#include "text/stem.h"

namespace crosscheck {
namespace {

constexpr size_t kShingle = 3;
constexpr size_t kMinWords = 5;      // a shorter quotation is a phrase that anybody may use
constexpr size_t kMinSameWords = 6;  // for two speakers of one quotation
constexpr double kSame = 0.9;        // share of equal words in the aligned region
constexpr double kLike = 0.6;
constexpr size_t kCommonShingle = 32;  // variants; above, a shingle says nothing of its own

// One quotation in one place.
struct Quoted {
  size_t record = 0;
  const Statement* statement = nullptr;
  std::vector<QuotedWord> words;
  Speaker speaker;
};

// All places with the very same words.
struct Variant {
  std::vector<size_t> quoted;  // indexes, in document order
};

// How two variants stand to each other, strongest last.
enum class Change : uint8_t { kNone, kCut, kWording, kWords, kMeaning };

struct Edge {
  size_t a = 0, b = 0;  // variants
  Change change = Change::kNone;
  WordAlignment alignment;
};

bool IsOpening(char32_t c) { return c == 0x201C || c == 0x2018 || c == 0xAB || c == 0x201E; }
bool IsClosing(char32_t c) { return c == 0x201D || c == 0x2019 || c == 0xBB; }

// The parts of a mixed content that stand inside quotation marks.
std::vector<Span> MarkedParts(std::string_view text, Span content) {
  std::vector<Span> parts;
  bool inside = false;
  uint32_t open = 0;
  for (uint32_t at = content.start; at < content.end;) {
    const CodePoint c = DecodeAt(text, at);
    const bool inside_word = at > 0 && IsLetter(DecodeBefore(text, at).value) && at + c.size < text.size() &&
                             IsLetter(DecodeAt(text, at + c.size).value);
    const bool straight = (c.value == '"' || c.value == '\'') && !inside_word;
    if (inside && (straight || (IsClosing(c.value) && !inside_word))) {
      parts.push_back({open, at});
      inside = false;
    } else if (!inside && (straight || IsOpening(c.value))) {
      inside = true;
      open = at + c.size;
    }
    at += c.size;
  }
  if (inside) parts.push_back({open, content.end});
  return parts;
}

std::vector<Quoted> CollectQuoted(const std::vector<Record>& records) {
  std::vector<Quoted> all;
  for (size_t r = 0; r < records.size(); ++r) {
    const std::string_view text = records[r].document.text;
    const SpeakerIndex speakers(records[r]);
    // The innermost statement speaks the words: it stands after the outer one and takes its place.
    std::map<uint32_t, Quoted> by_start;
    for (const Statement& statement : records[r].statements) {
      if (statement.kind == StatementKind::kIndirect || statement.polarity == Polarity::kDeclined) continue;
      Quoted quoted{r, &statement, QuotedWords(text, statement), {}};
      if (quoted.words.size() < kMinWords) continue;
      quoted.speaker = speakers.SpeakerOf(statement);
      by_start[quoted.words.front().span.start] = std::move(quoted);
    }
    for (auto& [start, quoted] : by_start) all.push_back(std::move(quoted));
  }
  return all;
}

bool IsNumber(const std::string& word, const RuleTables& rules) {
  if (word[0] >= '0' && word[0] <= '9') return true;
  return (rules.lexicon.roles(rules.lexicon.Find(word)) & Bit(Role::kNumberWord)) != 0;
}

bool IsNegation(const std::string& word, const RuleTables& rules) {
  return word.ends_with("n't") || word == "cannot" || (rules.lexicon.roles(rules.lexicon.Find(word)) & Bit(Role::kNegation)) != 0;
}

// "ise"/"ize", endings, a letter or two in a long word.
bool OnlyWording(const std::string& a, const std::string& b) {
  if (Stem(a) == Stem(b)) return true;
  const int limit = a.size() >= 8 && b.size() >= 8 ? 2 : 1;
  return a.size() >= 5 && b.size() >= 5 && a[0] == b[0] && EditDistance(a, b, limit) <= limit;
}

Change Judge(const std::vector<QuotedWord>& a, const std::vector<QuotedWord>& b, const WordEdit& edit, const RuleTables& rules) {
  const auto any = [&](auto test) {
    size_t in_a = 0;
    size_t in_b = 0;
    for (size_t i = edit.a_first; i < edit.a_last; ++i) in_a += test(a[i].lower) ? 1 : 0;
    for (size_t i = edit.b_first; i < edit.b_last; ++i) in_b += test(b[i].lower) ? 1 : 0;
    return std::pair(in_a, in_b);
  };
  const auto negations = any([&](const std::string& w) { return IsNegation(w, rules); });
  const auto numbers = any([&](const std::string& w) { return IsNumber(w, rules); });
  const bool cut = edit.a_first == edit.a_last || edit.b_first == edit.b_last;
  if (cut) {
    const std::vector<QuotedWord>& shorter = edit.a_first == edit.a_last ? a : b;
    const size_t at = edit.a_first == edit.a_last ? edit.a_first : edit.b_first;
    if (at < shorter.size() && shorter[at].gap_before) return Change::kCut;
  }
  if (negations.first % 2 != negations.second % 2) return Change::kMeaning;
  if (!cut && numbers.first > 0 && numbers.second > 0) return Change::kMeaning;
  if (edit.a_last - edit.a_first == edit.b_last - edit.b_first) {
    bool wording = true;
    for (size_t i = 0; i < edit.a_last - edit.a_first; ++i) {
      wording = wording && OnlyWording(a[edit.a_first + i].lower, b[edit.b_first + i].lower);
    }
    if (wording) return Change::kWording;
  }
  // Who quotes from memory or another tongue changes words; what a speaker commits to stands in modals and quantifiers.
  const auto weighty = any([&](const std::string& w) {
    return (rules.lexicon.roles(rules.lexicon.Find(w)) & Bits({Role::kModal, Role::kQuantifier})) != 0;
  });
  return !cut && weighty.first + weighty.second > 0 ? Change::kWords : Change::kWording;
}

class QuoteComparer {
 public:
  QuoteComparer(const std::vector<Record>& records, const RuleTables& rules)
      : records_(records), rules_(rules), quoted_(CollectQuoted(records)) {}

  std::vector<ComparedGroup> Run() {
    MakeVariants();
    MakeEdges();
    std::vector<ComparedGroup> groups;
    for (const Component& component : Components()) {
      if (auto group = MakeGroup(component)) groups.push_back(*std::move(group));
    }
    return groups;
  }

 private:
  void MakeVariants() {
    StringMap<size_t> by_words;
    for (size_t q = 0; q < quoted_.size(); ++q) {
      std::string key;
      for (const QuotedWord& word : quoted_[q].words) StrAppend(&key, word.lower, " ");
      const auto [it, added] = by_words.try_emplace(key, variants_.size());
      if (added) variants_.emplace_back();
      variants_[it->second].quoted.push_back(q);
    }
  }

  const Quoted& First(size_t variant) const { return quoted_[variants_[variant].quoted.front()]; }

  void MakeEdges() {
    std::vector<std::pair<uint64_t, size_t>> postings;  // shingle, variant
    for (size_t v = 0; v < variants_.size(); ++v) {
      const std::vector<QuotedWord>& words = First(v).words;
      for (size_t i = 0; i + kShingle <= words.size(); ++i) {
        std::string shingle;
        for (size_t k = 0; k < kShingle; ++k) StrAppend(&shingle, Stem(words[i + k].lower), " ");
        postings.emplace_back(Lexicon::Hash(shingle), v);
      }
    }
    std::sort(postings.begin(), postings.end());
    postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
    std::set<std::pair<size_t, size_t>> pairs;
    for (size_t first = 0; first < postings.size();) {
      size_t last = first;
      while (last < postings.size() && postings[last].first == postings[first].first) ++last;
      if (last - first <= kCommonShingle) {
        for (size_t i = first; i < last; ++i) {
          for (size_t k = i + 1; k < last; ++k) pairs.emplace(postings[i].second, postings[k].second);
        }
      }
      first = last;
    }
    for (const auto& [a, b] : pairs) AddEdge(a, b);
  }

  void AddEdge(size_t a, size_t b) {
    Edge edge{a, b, Change::kNone, AlignWords(First(a).words, First(b).words)};
    const WordAlignment& al = edge.alignment;
    const size_t shorter = std::min(First(a).words.size(), First(b).words.size());
    const size_t region = std::max(al.a_last - al.a_first, al.b_last - al.b_first);
    const size_t covered = std::min(al.a_last - al.a_first, al.b_last - al.b_first);
    if (al.equal < kMinWords - 1 || covered * 10 < shorter * 6) return;
    if (static_cast<double>(al.equal) < kLike * static_cast<double>(region)) return;
    for (const WordEdit& edit : al.edits) {
      edge.change = std::max(edge.change, Judge(First(a).words, First(b).words, edit, rules_));
    }
    const bool nearly_same = static_cast<double>(al.equal) >= kSame * static_cast<double>(region);
    const SpeakerMatch speakers = MatchSpeakers(First(a).speaker, First(b).speaker);
    // Two persons may use much the same words; only one of them can have said the whole.
    const bool whole = al.equal >= kMinSameWords && covered * 10 >= shorter * 9;
    if (speakers == SpeakerMatch::kOther && (edge.change >= Change::kWords || !whole)) return;
    if (edge.change == Change::kMeaning && !nearly_same && speakers != SpeakerMatch::kSame) return;
    edges_.push_back(std::move(edge));
  }

  // Variants joined by edges.
  struct Component {
    std::vector<size_t> variants;
    std::vector<const Edge*> edges;
  };

  std::vector<Component> Components() const {
    std::vector<size_t> parent(variants_.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&](size_t v) {
      while (parent[v] != v) v = parent[v] = parent[parent[v]];
      return v;
    };
    for (const Edge& edge : edges_) {
      const size_t a = root(edge.a);
      const size_t b = root(edge.b);
      parent[std::max(a, b)] = std::min(a, b);
    }
    std::map<size_t, Component> by_root;
    for (size_t v = 0; v < variants_.size(); ++v) by_root[root(v)].variants.push_back(v);
    for (const Edge& edge : edges_) by_root[root(edge.a)].edges.push_back(&edge);
    std::vector<Component> components;
    for (auto& [r, component] : by_root) components.push_back(std::move(component));
    return components;
  }

  // The class of each variant: those that differ in wording or by a cut alone are one.
  static std::map<size_t, size_t> WordingClasses(const Component& component) {
    std::map<size_t, size_t> of;
    for (const size_t v : component.variants) of[v] = v;
    for (bool changed = true; changed;) {
      changed = false;
      for (const Edge* edge : component.edges) {
        if (edge->change >= Change::kWords) continue;
        const size_t least = std::min(of[edge->a], of[edge->b]);
        changed = changed || of[edge->a] != least || of[edge->b] != least;
        of[edge->a] = of[edge->b] = least;
      }
    }
    return of;
  }

  std::optional<ComparedGroup> MakeGroup(const Component& component) {
    const std::map<size_t, size_t> wording = WordingClasses(component);
    std::set<size_t> documents;
    std::vector<Place> places;
    for (const size_t v : component.variants) {
      for (const size_t q : variants_[v].quoted) {
        places.push_back({q, v, wording.at(v), 0});
        documents.insert(quoted_[q].record);
      }
    }
    if (documents.size() < 2) return std::nullopt;
    std::sort(places.begin(), places.end(), [](const Place& x, const Place& y) { return x.quoted < y.quoted; });
    SetSpeakerClasses(&places);
    ComparedGroup result;
    Group& group = result.group;
    group.type = ClaimType::kQuote;
    group.documents = static_cast<int>(documents.size());
    group.sameness = 95;
    group.why = {"the same words in quotation marks"};
    group.about = About(places);
    FindMisquotations(component.edges, places, &result.findings);
    FindMisattributions(places, &result.findings);
    std::map<std::pair<size_t, size_t>, size_t> sides;
    for (const Place& place : places) {
      if (place.speaker != kUnknownSpeaker) sides.try_emplace({place.wording, place.speaker}, sides.size());
    }
    const bool differ = !result.findings.empty();
    for (const Place& place : places) {
      const bool sided = differ && place.speaker != kUnknownSpeaker;
      group.members.push_back(Member(place, sided ? SideName(sides[{place.wording, place.speaker}]) : ""));
    }
    group.relation = differ ? Relation::kDiffer : Relation::kAgree;
    group.reason = differ ? "words" : wording.size() > 1 ? "cut or wording" : "exact";
    if (differ) {
      const auto sure = [](const Finding& f) { return f.severity != Severity::kNote; };
      group.tier = std::any_of(result.findings.begin(), result.findings.end(), sure) ? Tier::kSure : Tier::kLook;
    }
    return result;
  }

  static constexpr size_t kUnknownSpeaker = static_cast<size_t>(-1);

  struct Place {
    size_t quoted = 0;
    size_t variant = 0;
    size_t wording = 0;
    size_t speaker = 0;  // class of speakers within the group
  };

  void SetSpeakerClasses(std::vector<Place>* places) const {
    std::vector<const Speaker*> leaders;  // of the classes so far
    for (Place& place : *places) {
      const Speaker& speaker = quoted_[place.quoted].speaker;
      place.speaker = kUnknownSpeaker;
      if (speaker.kind == SpeakerKind::kUnknown) continue;
      const auto same = [&](const Speaker* leader) { return MatchSpeakers(speaker, *leader) != SpeakerMatch::kOther; };
      const auto it = std::find_if(leaders.begin(), leaders.end(), same);
      place.speaker = static_cast<size_t>(it - leaders.begin());
      if (it == leaders.end()) leaders.push_back(&speaker);
    }
  }

  std::string About(const std::vector<Place>& places) const {
    const Quoted* longest = &quoted_[places.front().quoted];
    for (const Place& place : places) {
      const Quoted& q = quoted_[place.quoted];
      if (q.words.size() > longest->words.size()) longest = &q;
    }
    std::string about;
    const std::string_view text = records_[longest->record].document.text;
    for (size_t i = 0; i < std::min<size_t>(longest->words.size(), 8); ++i) {
      StrAppend(&about, i == 0 ? "" : " ", longest->words[i].span.In(text));
    }
    return StrCat("quotation: ", about, longest->words.size() > 8 ? " ..." : "");
  }

  GroupMember Member(const Place& place, std::string side) const {
    const Quoted& q = quoted_[place.quoted];
    GroupMember member;
    member.document = records_[q.record].document.id;
    member.claim = q.statement->id;
    member.span = {q.words.front().span.start, q.words.back().span.end};
    member.text = std::string(member.span.In(records_[q.record].document.text));
    member.side = std::move(side);
    member.source = q.speaker.name;
    return member;
  }

  FindingMember Evidence(const Place& place, Span focus, std::string side) const {
    const Quoted& q = quoted_[place.quoted];
    const std::string_view text = records_[q.record].document.text;
    FindingMember member;
    member.document = records_[q.record].document.id;
    member.span = SentenceAround(text, focus);
    member.text = std::string(member.span.In(text));
    member.focus = focus;
    member.side = std::move(side);
    member.source = q.speaker.name;
    return member;
  }

  // Words [first, last) of a quotation; for an empty run the words beside it, so that there is something to point at.
  Span WordsSpan(const Quoted& q, size_t first, size_t last) const {
    if (first == last) {
      first = first > 0 ? first - 1 : 0;
      last = std::min(q.words.size(), last + 1);
    }
    return {q.words[first].span.start, q.words[last - 1].span.end};
  }

  void FindMisquotations(const std::vector<const Edge*>& edges, const std::vector<Place>& places,
                         std::vector<Finding>* findings) const {
    std::map<size_t, const Place*> first_of;  // variant -> its first place
    for (const Place& place : places) first_of.emplace(place.variant, &place);
    std::set<std::pair<size_t, size_t>> told;  // wording classes
    for (const Edge* found : edges) {
      const Edge& edge = *found;
      const Place* a = first_of.at(edge.a);
      const Place* b = first_of.at(edge.b);
      if (edge.change < Change::kWords || a->wording == b->wording) continue;
      if (quoted_[a->quoted].record == quoted_[b->quoted].record) continue;
      if (!told.insert(std::minmax(a->wording, b->wording)).second) continue;
      const Quoted& qa = quoted_[a->quoted];
      const Quoted& qb = quoted_[b->quoted];
      const auto worst = std::find_if(edge.alignment.edits.begin(), edge.alignment.edits.end(),
                                      [&](const WordEdit& e) { return Judge(qa.words, qb.words, e, rules_) == edge.change; });
      const Span focus_a = WordsSpan(qa, worst->a_first, worst->a_last);
      const Span focus_b = WordsSpan(qb, worst->b_first, worst->b_last);
      const bool meaning = edge.change == Change::kMeaning;
      auto made = NewFinding(rules_.compare, "quote.misquoted", Relation::kMisquoted, meaning ? 1 : 0.66,
                             {SpeakerWords(qa, qb), std::string(focus_a.In(records_[qa.record].document.text)),
                              std::string(focus_b.In(records_[qb.record].document.text))});
      if (!made) continue;
      Finding& finding = *made;
      if (!meaning) finding.severity = std::min(finding.severity, Severity::kWarning);
      finding.why = {StrCat(edge.alignment.equal, " words are the same"),
                     meaning ? "a negation or a number changed" : "a word of weight changed"};
      finding.members = {Evidence(*a, focus_a, "A"), Evidence(*b, focus_b, "B")};
      findings->push_back(*std::move(made));
    }
  }

  static std::string SpeakerWords(const Quoted& a, const Quoted& b) {
    if (a.speaker.kind != SpeakerKind::kUnknown) return a.speaker.name;
    return b.speaker.kind != SpeakerKind::kUnknown ? b.speaker.name : "The same quotation";
  }

  void FindMisattributions(const std::vector<Place>& places, std::vector<Finding>* findings) const {
    std::map<std::pair<size_t, size_t>, const Place*> first_of;  // speaker, wording -> its first place
    for (const Place& place : places) first_of.emplace(std::pair(place.speaker, place.wording), &place);
    std::vector<Place> firsts;
    for (const auto& [key, place] : first_of) firsts.push_back(*place);
    std::sort(firsts.begin(), firsts.end(), [](const Place& x, const Place& y) { return x.quoted < y.quoted; });
    std::set<std::pair<size_t, size_t>> told;  // speaker classes
    for (const Place& a : firsts) {
      for (const Place& b : firsts) {
        if (a.quoted >= b.quoted || a.speaker == b.speaker || a.wording != b.wording) continue;
        const Quoted& qa = quoted_[a.quoted];
        const Quoted& qb = quoted_[b.quoted];
        if (qa.record == qb.record || std::min(qa.words.size(), qb.words.size()) < kMinSameWords) continue;
        if (qa.speaker.kind != SpeakerKind::kPerson || qb.speaker.kind != SpeakerKind::kPerson) continue;
        if (!told.insert(std::minmax(a.speaker, b.speaker)).second) continue;
        const bool direct = qa.statement->kind == StatementKind::kDirect && qb.statement->kind == StatementKind::kDirect;
        const bool carried = qa.statement->carried || qb.statement->carried;
        const bool sure = direct && !carried;
        auto made = NewFinding(rules_.compare, "quote.misattributed", Relation::kMisattributed, sure ? 1 : 0.43,
                               {"", qa.speaker.name, qb.speaker.name});
        if (!made) continue;
        Finding& finding = *made;
        if (!sure) finding.severity = Severity::kNote;
        finding.why = {StrCat(std::min(qa.words.size(), qb.words.size()), " words are the same"), "two different persons"};
        if (carried) finding.why.push_back("one of the two is carried over from the paragraph before");
        finding.members = {Evidence(a, SourceSpan(qa), "A"), Evidence(b, SourceSpan(qb), "B")};
        findings->push_back(*std::move(made));
      }
    }
  }

  static Span SourceSpan(const Quoted& q) {
    if (!q.statement->sources.empty() && !q.statement->sources.back().span.empty()) return q.statement->sources.back().span;
    return {q.words.front().span.start, q.words.back().span.end};
  }

  const std::vector<Record>& records_;
  const RuleTables& rules_;
  std::vector<Quoted> quoted_;
  std::vector<Variant> variants_;
  std::vector<Edge> edges_;
};

}  // namespace

std::vector<QuotedWord> QuotedWords(std::string_view text, const Statement& statement) {
  std::vector<QuotedWord> all;
  if (statement.kind == StatementKind::kIndirect) return all;
  for (const Span part : statement.content) {
    const std::vector<Span> parts = statement.kind == StatementKind::kDirect ? std::vector<Span>{part} : MarkedParts(text, part);
    for (const Span marked : parts) {
      std::vector<QuotedWord> words = SplitWords(text, marked);
      if (!words.empty() && !all.empty()) words.front().gap_before = true;
      std::move(words.begin(), words.end(), std::back_inserter(all));
    }
  }
  return all;
}

std::vector<ComparedGroup> CompareQuotes(const std::vector<Record>& records, const RuleTables& rules) {
  return QuoteComparer(records, rules).Run();
}

}  // namespace crosscheck
