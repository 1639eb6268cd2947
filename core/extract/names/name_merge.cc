#include "extract/names/name_merge.h"

#include <algorithm>
#include <array>

#include "absl/container/flat_hash_map.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace crosscheck {
namespace {

constexpr size_t kRecent = 6;

// The names of one word that were told last, the last one first.
struct Recent {
  std::array<uint32_t, kRecent> names;
  uint32_t count = 0;

  void Touch(uint32_t name) {
    uint32_t at = 0;
    while (at < count && names[at] != name) ++at;
    if (at == count) at = count < kRecent ? count++ : count - 1;
    std::copy_backward(names.begin(), names.begin() + at, names.begin() + at + 1);
    names[0] = name;
  }
};

constexpr uint32_t kFarAway = 0xFFFFFFF0;

// What was told of a name so far in its story.
struct NameState {
  bool family_first = false;      // its first word is the family name
  bool kin = false;               // told as somebody's relative
  bool told_in_full = false;      // by its last mention
  uint32_t count = 0;             // mentions
  uint32_t paragraph = kFarAway;  // of its last mention
  uint32_t spoke_in = kFarAway;   // the paragraph where it last spoke
  uint32_t surname = 0;           // a token that is its surname
};

bool OneLetterApart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a.empty() || a[0] != b[0]) return false;
  size_t start = 0;
  while (start < a.size() && a[start] == b[start]) ++start;
  size_t end = 0;
  while (end < a.size() - start && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
  return b.size() - start - end <= 1;
}

class Merger {
 public:
  Merger(const TextView& view, const QuoteMap& quotes) : view_(view), quotes_(quotes) {}

  NameTable Run(const std::vector<NameSpan>& spans) {
    table_.mention_of.Assign(view_.tokens.size(), NameTable::kNone);
    mention_names_.assign(spans.size(), NameTable::kNone);
    for (size_t first = 0; first < spans.size();) {
      size_t last = first;
      while (last < spans.size() && StoryOf(spans[last]) == StoryOf(spans[first])) ++last;
      MergeStory(spans, first, last);
      first = last;
    }
    Finish(spans);
    return std::move(table_);
  }

 private:
  uint32_t StoryOf(const NameSpan& span) const { return view_.SentenceOf(span.first).story; }

  bool InHeadline(const NameSpan& span) const {
    return view_.RoleOf(view_.SentenceOf(span.first)) != SegmentRole::kBody;
  }

  // The body first: a headline uses short forms of names that the body gives in full.
  void MergeStory(const std::vector<NameSpan>& spans, size_t first, size_t last) {
    by_key_.clear();
    by_word_.clear();
    by_initials_.clear();
    people_.count = 0;
    for (const bool headline : {false, true}) {
      for (size_t i = first; i < last; ++i) {
        if (InHeadline(spans[i]) == headline) mention_names_[i] = NameOf(spans[i], i > first ? &spans[i - 1] : nullptr, i);
      }
    }
  }

  // The words of a span as hashes; hyphened and bracketed parts are one word.
  void Split(const NameSpan& span, std::vector<uint64_t>* words) {
    words->clear();
    for (uint32_t t = span.first; t < span.last;) {
      uint32_t end = t + 1;
      while (end + 1 < span.last && view_.tokens[end].token_class == TokenClass::kDash) end += 2;
      key_.clear();
      AppendNameKey(view_, t, end, &key_);
      if (!key_.empty() && !(key_ == "s" && view_.tokens[t].Has(Token::kClitic))) words->push_back(Lexicon::Hash(key_));
      t = end;
    }
  }

  uint32_t NameOf(const NameSpan& span, const NameSpan* before, size_t index) {
    Split(span, &words_);
    if (words_.empty()) return NameTable::kNone;
    key_.clear();
    if (span.known != NameSpan::kNone)
      key_ = StrCat("#", span.known);
    else
      AppendNameKey(view_, span.first, span.last, &key_);
    const uint64_t key = Lexicon::Hash(key_);
    uint32_t name = NameTable::kNone;
    if (words_.size() > 1 || span.known != NameSpan::kNone) {
      if (const auto it = by_key_.find(key); it != by_key_.end()) name = it->second;
    }
    if (name == NameTable::kNone && span.known == NameSpan::kNone) {
      if (words_.size() == 1 && view_.tokens[span.first].Has(Token::kAllCaps)) name = OfAcronym(span, before, index);
      if (name == NameTable::kNone) name = words_.size() == 1 ? OfShortForm(span) : OfVariant(span);
    }
    if (name == NameTable::kNone) name = Add(span);
    by_key_[key] = name;
    Note(span, name);
    return name;
  }

  bool KindsAgree(const NameSpan& span, const Name& name, const NameFacts& facts) const {
    if (span.kind == name.kind) return true;
    const bool weak_span = span.evidence >= NameEvidence::kAcronym;
    const bool weak_name = facts.evidence >= NameEvidence::kAcronym;
    return weak_span || weak_name;
  }

  // "(ICAO)" after its full form, or letters that begin the words of a name of the story.
  uint32_t OfAcronym(const NameSpan& span, const NameSpan* before, size_t index) {
    if (before != nullptr && index > 0 && before->last + 1 == span.first && view_.Text(before->last) == "(" &&
        mention_names_[index - 1] != NameTable::kNone && table_.names[mention_names_[index - 1]].kind != NameKind::kPerson) {
      return mention_names_[index - 1];
    }
    const auto it = by_initials_.find(words_[0]);
    return it == by_initials_.end() ? NameTable::kNone : it->second;
  }

  // Does `word` name this person or body by itself? 2: as its surname or full form, 1: as another part, 0: no.
  int Strength(const NameSpan& span, uint32_t candidate, uint64_t word) const {
    const Name& name = table_.names[candidate];
    const NameFacts& facts = table_.facts[candidate];
    if (facts.words.size() == 1) return facts.words[0] == word ? 2 : 0;
    if (facts.known != NameSpan::kNone && name.kind == NameKind::kPlace) return IsHalfOfCountry(span, facts) ? 2 : 0;
    if (!KindsAgree(span, name, facts)) return 0;
    const bool first = facts.words.front() == word;
    const bool last = facts.words.back() == word;
    switch (name.kind) {
      case NameKind::kPerson:
        if (state_[candidate].family_first) return first ? 2 : last ? 1 : 0;
        return last ? 2 : first ? 1 : 1;
      case NameKind::kOrganisation:
      case NameKind::kGroup:
        return first && span.evidence >= NameEvidence::kAcronym ? 1 : 0;
      case NameKind::kPlace:
        return 0;
    }
    return 0;
  }

  // "the North" for a country of the story that begins with the word.
  bool IsHalfOfCountry(const NameSpan& span, const NameFacts& facts) const {
    const std::string_view word = view_.Text(span.first);
    const KnownName& known = view_.rules.names.known[facts.known];
    if ((word != "North" && word != "South") || known.as != KnownAs::kItself || known.country == NameRules::kNone) return false;
    const uint32_t begin = view_.SentenceOf(span.first).first;
    for (uint32_t t = span.first; t > begin && span.first - t < 4; --t) {  // "the nuclear-armed North"
      if (EqualsIgnoreCase(view_.Text(t - 1), "the")) return true;
    }
    return false;
  }

  uint32_t OfShortForm(const NameSpan& span) {
    const auto it = by_word_.find(words_[0]);
    if (it == by_word_.end()) return span.kind == NameKind::kPerson ? OfMisspelling(span) : NameTable::kNone;
    uint32_t best = NameTable::kNone;
    int best_score = 0;
    for (uint32_t i = 0; i < it->second.count; ++i) {
      const uint32_t candidate = it->second.names[i];
      const int strength = Strength(span, candidate, words_[0]);
      if (strength == 0) continue;
      const int score = strength * 100 + Fit(span, candidate) + (i == 0 && IsNear(span, candidate) ? 12 : 0);
      if (score > best_score) best = candidate, best_score = score;
    }
    return best;
  }

  // "Sarree" for the "Saree" told in full before: one letter changed, added or left out in a long surname.
  uint32_t OfMisspelling(const NameSpan& span) const {
    const std::string_view word = view_.Text(span.first);
    if (word.size() < 5 || span.last - span.first != 1) return NameTable::kNone;
    for (uint32_t i = 0; i < people_.count; ++i) {
      const uint32_t candidate = people_.names[i];
      if (table_.facts[candidate].words.size() > 1 && OneLetterApart(word, view_.Text(state_[candidate].surname)))
        return candidate;
    }
    return NameTable::kNone;
  }

  // How well a short form at this place fits a candidate besides its words: gender, office, who was told last and most often.
  int Fit(const NameSpan& span, uint32_t candidate) const {
    const Name& name = table_.names[candidate];
    const NameState& state = state_[candidate];
    int score = 0;
    if (span.gender != Gender::kUnknown && name.gender != Gender::kUnknown) score += span.gender == name.gender ? 40 : -80;
    for (uint32_t t = span.role_first; t < span.role_last && t < span.first; ++t) {
      const std::vector<WordId>& descriptors = table_.facts[candidate].descriptors;
      if (std::binary_search(descriptors.begin(), descriptors.end(), view_.tokens[t].word)) score += 40;
    }
    // Who is quoted does not mean himself by his surname.
    const uint32_t paragraph = ParagraphOf(span);
    if (quotes_.Inside(span.first) && (state.spoke_in == paragraph || state.spoke_in + 1 == paragraph)) score -= 60;
    if (state.kin) score -= 20;
    // Two people of one family are rarely both called by the surname alone; two unrelated ones are, each near the full name.
    score += static_cast<int>(std::min<uint32_t>(state.count, 5)) * (state.family_first ? 4 : 8);
    const uint32_t back = paragraph - std::min(state.paragraph, paragraph);
    if (state.paragraph != kFarAway && back <= 2) score += back == 0 ? 36 : back == 1 ? 30 : 8;
    if (state.told_in_full && back <= 1) score += 8;
    return score;
  }

  bool IsNear(const NameSpan& span, uint32_t candidate) const { return state_[candidate].paragraph + 2 >= ParagraphOf(span); }

  uint32_t ParagraphOf(const NameSpan& span) const { return view_.SentenceOf(span.first).paragraph; }

  static bool IsSubsequence(const std::vector<uint64_t>& part, const std::vector<uint64_t>& whole) {
    size_t at = 0;
    for (const uint64_t word : whole) {
      if (at < part.size() && part[at] == word) ++at;
    }
    return at == part.size();
  }

  // A longer or shorter form of a name with several words, or the expansion of an acronym told before it.
  uint32_t OfVariant(const NameSpan& span) {
    for (const uint64_t word : {words_.back(), words_.front()}) {
      const auto it = by_word_.find(word);
      if (it == by_word_.end()) continue;
      for (uint32_t i = 0; i < it->second.count; ++i) {
        const uint32_t candidate = it->second.names[i];
        if (SameName(span, candidate)) return candidate;
      }
    }
    if (span.kind == NameKind::kPerson) return NameTable::kNone;
    const auto it = by_key_.find(Lexicon::Hash(Initials(span)));
    if (it == by_key_.end()) return NameTable::kNone;
    return table_.facts[it->second].evidence == NameEvidence::kAcronym ? it->second : NameTable::kNone;
  }

  bool SameName(const NameSpan& span, uint32_t candidate) const {
    const Name& name = table_.names[candidate];
    const NameFacts& facts = table_.facts[candidate];
    if (!KindsAgree(span, name, facts) || facts.known != NameSpan::kNone) return false;
    if (facts.words.size() >= words_.size()) {
      return IsSubsequence(words_, facts.words) &&
             (facts.words.back() == words_.back() || name.kind != NameKind::kPerson || words_.size() > 1);
    }
    if (facts.words.size() == 1) {
      // A short form told before the full one; "Kim" alone becomes the first Kim told in full.
      const bool person = name.kind == NameKind::kPerson || facts.evidence == NameEvidence::kShape;
      if (!person || span.kind != NameKind::kPerson) return false;
      return span.family_first ? facts.words[0] == words_.front() : facts.words[0] == words_.back();
    }
    if (!IsSubsequence(facts.words, words_)) return false;
    return name.kind == NameKind::kPerson ? facts.words.back() == words_.back() || facts.words.front() == words_.front()
                                          : facts.words.back() == words_.back();
  }

  uint32_t Add(const NameSpan& span) {
    const auto name = static_cast<uint32_t>(table_.names.size());
    table_.names.Add({});
    table_.facts.Add({});
    state_.emplace_back();
    Name& added = table_.names.Edit(name);
    added.story = view_.StoryOf(view_.SentenceOf(span.first)).id;
    added.kind = span.kind;
    NameFacts& facts = table_.facts.Edit(name);
    facts.story = StoryOf(span);
    facts.known = span.known;
    facts.evidence = span.evidence;
    if (span.known != NameSpan::kNone) added.name = view_.rules.names.known[span.known].name;
    added.rule = span.known != NameSpan::kNone ? view_.rules.names.known[span.known].rule
                                               : view_.rules.names.RuleOf(span.evidence, span.kind);
    return name;
  }

  // What this mention adds to what is known of the name.
  void Note(const NameSpan& span, uint32_t index) {
    Name& name = table_.names.Edit(index);
    NameFacts& facts = table_.facts.Edit(index);
    if (words_.size() > facts.words.size() || facts.words.empty()) {
      if (span.known == NameSpan::kNone && !(facts.known != NameSpan::kNone)) name.name = NameText(span);
      facts.words = words_;
    }
    if (span.evidence < facts.evidence && span.known == NameSpan::kNone && facts.known == NameSpan::kNone) {
      facts.evidence = span.evidence;
      name.kind = span.kind;
      name.rule = view_.rules.names.RuleOf(span.evidence, span.kind);
    }
    if (name.gender == Gender::kUnknown) name.gender = span.gender;
    if (span.role_first < span.role_last) {
      if (name.role.empty()) name.role = CollapseSpace(view_.Text(view_.SpanOf(span.role_first, span.role_last)));
      for (uint32_t t = span.role_first; t < span.role_last; ++t) Describe(t, &facts);
    }
    if (name.kind != NameKind::kPerson) {
      for (uint32_t t = span.first; t < span.last; ++t) Describe(t, &facts);
      uint32_t t = span.last;
      while (t < view_.tokens.size() && t < span.last + 3 && view_.sentence_of[t] == view_.sentence_of[span.first] &&
             view_.tokens[t].token_class == TokenClass::kWord && !view_.tokens[t].Has(Token::kCapital) &&
             !view_.tokens[t].Has(Token::kClitic)) {
        Describe(t++, &facts);
      }
    }
    NoteState(span, &state_[index]);
    if (name.kind == NameKind::kPerson && words_.size() > 1) people_.Touch(index);
    for (const uint64_t word : words_) by_word_[word].Touch(index);
    if (words_.size() > 1 && name.kind != NameKind::kPerson) by_initials_.try_emplace(Lexicon::Hash(Initials(span)), index);
  }

  void NoteState(const NameSpan& span, NameState* state) {
    if (span.kin) state->kin = true;
    if (span.family_first) state->family_first = true;
    ++state->count;
    state->paragraph = ParagraphOf(span);
    state->told_in_full = words_.size() > 1;
    if (Speaks(span)) state->spoke_in = state->paragraph;
    if (words_.size() == table_.facts[table_.facts.size() - 1].words.size() || words_.size() > 1)
      state->surname = state->family_first ? span.first : span.last - 1;
  }

  void Describe(uint32_t t, NameFacts* facts) const {
    const WordId word = view_.tokens[t].word;
    const bool people = view_.Is(t, Role::kDemonym) || view_.Text(t) == "North" || view_.Text(t) == "South";
    if (word == 0 || !(people || view_.IsAny(t, Bits({Role::kPersonNoun, Role::kOrganisationNoun, Role::kPlaceNoun, Role::kTitle,
                                                      Role::kTitleAbbreviation, Role::kPortfolio}))))
      return;
    Insert(word, facts);
    DescribeBy(view_.rules.lexicon.text(word), facts);
  }

  // "Sen. Roe" is told by "senator" as well, "spokeswoman Roe" by "spokesperson".
  void DescribeBy(std::string_view written, NameFacts* facts) const {
    struct Pair {
      std::string_view written;
      std::string_view noun;
    };
    static constexpr Pair kPairs[] = {
        {"sen.", "senator"},           {"sen", "senator"},
        {"gov.", "governor"},          {"gov", "governor"},
        {"rep.", "representative"},    {"rep.", "congressman"},
        {"rep.", "congresswoman"},     {"rep.", "lawmaker"},
        {"sen.", "lawmaker"},          {"senator", "lawmaker"},
        {"gen.", "general"},           {"lt.", "lieutenant"},
        {"col.", "colonel"},           {"capt.", "captain"},
        {"sgt.", "sergeant"},          {"prof.", "professor"},
        {"prof", "professor"},         {"dr.", "doctor"},
        {"pres.", "president"},        {"pm", "minister"},
        {"spokesman", "spokesperson"}, {"spokeswoman", "spokesperson"},
        {"chairman", "chair"},         {"chairwoman", "chair"},
        {"ceo", "executive"},          {"chief", "head"},
        {"director", "head"},          {"rev.", "pastor"},
        {"insp.", "inspector"},        {"supt.", "superintendent"},
        {"det.", "detective"},         {"amb.", "ambassador"},
        {"president", "leader"},       {"premier", "leader"},
        {"chancellor", "leader"},      {"minister", "leader"},
        {"king", "monarch"},           {"queen", "monarch"},
        {"attorney", "lawyer"},        {"lawyer", "attorney"},
    };
    for (const Pair& pair : kPairs) {
      if (pair.written == written) Insert(view_.rules.lexicon.Find(pair.noun), facts);
    }
  }

  static void Insert(WordId word, NameFacts* facts) {
    const auto at = std::lower_bound(facts->descriptors.begin(), facts->descriptors.end(), word);
    if (word != 0 && (at == facts->descriptors.end() || *at != word)) facts->descriptors.insert(at, word);
  }

  // Beside a verb of saying, outside a quotation.
  bool Speaks(const NameSpan& span) const {
    if (quotes_.Inside(span.first)) return false;
    const ViewSentence& sentence = view_.SentenceOf(span.first);
    const auto says = [&](uint32_t t) {
      if (t < sentence.first || t >= sentence.last) return false;
      const std::string_view word = view_.Text(t);
      return view_.Is(t, Role::kCue) || word == "said" || word == "says" || word == "told" || word == "added";
    };
    if (says(span.last) || (span.first > sentence.first && says(span.first - 1))) return true;
    return span.role_first >= span.last && span.role_last > span.role_first && says(span.role_last + 1);
  }

  std::string Initials(const NameSpan& span) const {
    std::string initials;
    for (uint32_t t = span.first; t < span.last; ++t) {
      const Token& token = view_.tokens[t];
      const char c = view_.Text(token).front();
      if (token.token_class == TokenClass::kWord && c >= 'A' && c <= 'Z') initials.push_back(static_cast<char>(c - 'A' + 'a'));
    }
    return initials;
  }

  std::string NameText(const NameSpan& span) const {
    std::string text = CollapseSpace(view_.Text(view_.SpanOf(span.first, span.last)));
    std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
    return text;
  }

  void Finish(const std::vector<NameSpan>& spans) {
    for (size_t i = 0; i < spans.size(); ++i) {
      const uint32_t name = mention_names_[i];
      if (name == NameTable::kNone) continue;
      const auto mention = static_cast<uint32_t>(table_.mentions.size());
      const bool office = spans[i].role_first < spans[i].role_last && spans[i].role_last <= spans[i].first;
      table_.mentions.Add({spans[i].first, spans[i].last, name, office ? spans[i].role_first : spans[i].first});
      table_.names.Edit(name).mentions.push_back(view_.SpanOf(spans[i].first, spans[i].last));
      for (uint32_t t = spans[i].first; t < spans[i].last; ++t) table_.mention_of.Edit(t) = mention;
    }
    OrderByMention();
  }

  // Names in the order of their first mention; those without a rule in force are dropped.
  void OrderByMention() {
    constexpr uint32_t kUnset = 0xFFFFFFFE;
    std::vector<uint32_t> place(table_.names.size(), kUnset);
    NameTable ordered;
    ordered.mention_of.Assign(table_.mention_of.size(), NameTable::kNone);
    for (const NameMention& mention : table_.mentions) {
      uint32_t& at = place[mention.name];
      if (at == kUnset) {
        at = NameTable::kNone;
        if (!table_.names[mention.name].rule.empty()) {
          at = static_cast<uint32_t>(ordered.names.size());
          ordered.names.Add(std::move(table_.names.Edit(mention.name)));
          ordered.facts.Add(std::move(table_.facts.Edit(mention.name)));
        }
      }
      if (at == NameTable::kNone) continue;
      for (uint32_t t = mention.first; t < mention.last; ++t)
        ordered.mention_of.Edit(t) = static_cast<uint32_t>(ordered.mentions.size());
      ordered.mentions.Add({mention.first, mention.last, at, mention.office});
    }
    table_ = std::move(ordered);
  }

  const TextView& view_;
  const QuoteMap& quotes_;
  NameTable table_;
  std::vector<uint32_t> mention_names_;  // for each span
  std::vector<NameState> state_;         // for each name
  absl::flat_hash_map<uint64_t, uint32_t> by_key_;
  absl::flat_hash_map<uint64_t, Recent> by_word_;
  absl::flat_hash_map<uint64_t, uint32_t> by_initials_;
  Recent people_;  // told in full
  std::vector<uint64_t> words_;
  std::string key_;
};

}  // namespace

NameTable MergeNames(const TextView& view, const QuoteMap& quotes, const std::vector<NameSpan>& spans) {
  return Merger(view, quotes).Run(spans);
}

}  // namespace crosscheck
