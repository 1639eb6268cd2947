#include "extract/names/name_gender.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxMentions = 12;  // looked at before a pronoun

// The one person told in the sentence of token t, before it, and in the sentence before; kNone for none or several.
// `next` is the first mention after t.
uint32_t OnlyPerson(const TextView& view, const NameTable& names, uint32_t t, uint32_t next) {
  const uint32_t sentence = view.sentence_of[t];
  uint32_t only = NameTable::kNone;
  for (uint32_t seen = 0; next-- > 0 && seen < kMaxMentions; ++seen) {
    const NameMention& mention = names.mentions[next];
    const uint32_t there = view.sentence_of[mention.first];
    if (there + 1 < sentence || view.sentences[there].story != view.sentences[sentence].story) break;
    if (names.names[mention.name].kind != NameKind::kPerson) continue;
    if (only != NameTable::kNone && only != mention.name) return NameTable::kNone;
    only = mention.name;
  }
  return only;
}

}  // namespace

void InferGenders(const TextView& view, NameTable* names) {
  std::vector<int> votes(names->names.size(), 0);
  uint32_t next = 0;
  for (uint32_t t = 0; t < view.tokens.size(); ++t) {
    while (next < names->mentions.size() && names->mentions[next].first <= t) ++next;
    const RoleSet roles = view.Roles(t);
    if ((roles & Bits({Role::kFemale, Role::kMale})) == 0 || (roles & Bits({Role::kPronoun, Role::kPossessive})) == 0) continue;
    const uint32_t person = OnlyPerson(view, *names, t, next);
    if (person != NameTable::kNone) votes[person] += (roles & Bit(Role::kFemale)) != 0 ? 1 : -1;
  }
  for (size_t i = 0; i < votes.size(); ++i) {
    Name& name = names->names.Edit(i);
    if (name.kind == NameKind::kPerson && name.gender == Gender::kUnknown && votes[i] != 0) {
      name.gender = votes[i] > 0 ? Gender::kFemale : Gender::kMale;
    }
  }
}

}  // namespace crosscheck
