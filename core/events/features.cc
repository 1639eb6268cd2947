#include "events/features.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/fixed_point.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "text/stem.h"
#include "text/tokens.h"

namespace crosscheck {
namespace {

constexpr size_t kBeginning = 250;   // words: news tells first what it is about
constexpr size_t kHeaviest = 60;     // words of the vector
constexpr size_t kWordKeys = 24;
constexpr size_t kNameKeys = 12;
constexpr uint64_t kNameShare = 20;  // percent of the vector's square that the names are
constexpr uint32_t kRootScale = 1 << 16;

bool IsOwnText(SegmentRole role) {
  return role == SegmentRole::kHeadline || role == SegmentRole::kStandfirst || role == SegmentRole::kSubhead || role == SegmentRole::kBody;
}

TermKey KeyOf(std::string_view kind, std::string_view text) {
  const std::string whole = StrCat(kind, text);
  return XXH3_64bits(whole.data(), whole.size());
}

// Weighs terms of one sort, keeps the heaviest and scales them so that their squares add up to `square`.
std::vector<Term> Weigh(const std::map<TermKey, std::pair<uint32_t, uint32_t>>& counted, size_t most, uint64_t square) {
  std::vector<Term> terms;
  for (const auto& [key, count_and_rarity] : counted) {
    const uint64_t weight = SquareRoot(uint64_t{count_and_rarity.first} * kRootScale) * count_and_rarity.second;
    if (weight > 0) terms.push_back({key, static_cast<uint32_t>(weight)});
  }
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return std::tie(b.weight, a.key) < std::tie(a.weight, b.key); });
  if (terms.size() > most) terms.resize(most);
  uint64_t squares = 0;
  for (const Term& term : terms) squares += uint64_t{term.weight} * term.weight;
  const uint64_t length = SquareRoot(squares);
  const uint64_t wanted = SquareRoot(square);
  for (Term& term : terms) term.weight = static_cast<uint32_t>(term.weight * wanted / std::max<uint64_t>(length, 1));
  return terms;
}

// A person goes by the last name; of a longer name the rarest word tells how rare it is.
std::map<TermKey, std::pair<uint32_t, uint32_t>> CountNames(const Record& record, int story, const Background& background) {
  std::map<TermKey, std::pair<uint32_t, uint32_t>> counted;
  for (const Name& name : record.names) {
    if (name.story != story) continue;
    const std::string folded = LowerCase(name.name);
    std::string_view told = folded;
    if (name.kind == NameKind::kPerson) told = told.substr(told.rfind(' ') + 1);
    uint32_t rarity = 0;
    for (const std::string_view word : Split(std::string_view(told), ' ')) rarity = std::max(rarity, background.Rarity(Stem(word)));
    auto& [count, its_rarity] = counted[KeyOf("name ", told)];
    count += static_cast<uint32_t>(name.mentions.size());
    its_rarity = std::max(its_rarity, rarity);
  }
  return counted;
}

}  // namespace

std::vector<std::string> BeginningOf(const Document& document, const Story& story, const Lexicon& lexicon) {
  std::vector<std::string> stems;
  TokenStream stream;
  for (const Segment& segment : story.segments) {
    if (!IsOwnText(segment.role)) continue;
    const size_t first = stream.tokens.size();
    Tokenize(document.text, segment.span, lexicon, &stream);
    for (size_t t = first; t < stream.tokens.size(); ++t) {
      const Token& token = stream.tokens[t];
      if (token.token_class != TokenClass::kWord || token.Has(Token::kClitic)) continue;
      stems.emplace_back(stream.lexemes[token.lexeme].stem());
      if (stems.size() == kBeginning) return stems;
    }
  }
  return stems;
}

StoryFeatures FeaturesOf(const Record& record, const Story& story, const Lexicon& lexicon, const Background& background) {
  StoryFeatures features;
  const std::optional<Published>& published = story.published ? story.published : record.document.published;
  if (published) features.days = published->days;
  std::map<TermKey, std::pair<uint32_t, uint32_t>> words;
  for (const std::string& stem : BeginningOf(record.document, story, lexicon)) {
    auto& [count, rarity] = words[KeyOf("word ", stem)];
    if (count++ == 0) rarity = background.Rarity(stem);
  }
  const auto names = CountNames(record, story.id, background);
  constexpr uint64_t kSquare = uint64_t{kLength} * kLength;
  const uint64_t name_square = names.empty() ? 0 : kSquare * kNameShare / 100;
  std::vector<Term> heavy_names = Weigh(names, kNameKeys, name_square);
  features.terms = Weigh(words, kHeaviest, kSquare - name_square);
  for (size_t i = 0; i < std::min(kWordKeys, features.terms.size()); ++i) features.keys.push_back(features.terms[i].key);
  for (const Term& name : heavy_names) features.keys.push_back(name.key);
  features.terms.insert(features.terms.end(), heavy_names.begin(), heavy_names.end());
  std::sort(features.terms.begin(), features.terms.end(), [](const Term& a, const Term& b) { return a.key < b.key; });
  std::sort(features.keys.begin(), features.keys.end());
  return features;
}

}  // namespace crosscheck
