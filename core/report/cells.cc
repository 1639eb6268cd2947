#include "report/cells.h"

#include <algorithm>
#include <iterator>

#include "report/display.h"

namespace crosscheck {
namespace {

// "b: 17 (family); c: 17"
std::string MemberList(const SheetIndex& index, const std::vector<const GroupMember*>& members) {
  std::string out;
  for (const GroupMember* member : members) {
    StrAppend(&out, out.empty() ? "" : "; ", index.Letter(member->document), ": ", OneLine(member->text));
    if (!member->source.empty()) StrAppend(&out, " (", OneLine(member->source), ")");
  }
  return out;
}

}  // namespace

Elsewhere ElsewhereOf(const Record& record, const Claim& claim) {
  Elsewhere elsewhere;
  for (const Group* group : claim.groups) {
    const auto own = std::find_if(group->members.begin(), group->members.end(),
                                  [&](const GroupMember& m) { return m.document == record.document.id && m.claim == claim.id; });
    elsewhere.origins = std::max(elsewhere.origins, group->origins);
    const bool has_sides =
        std::any_of(group->members.begin(), group->members.end(), [](const GroupMember& m) { return !m.side.empty(); });
    for (auto it = group->members.begin(); it != group->members.end(); ++it) {
      if (it == own) continue;
      if (has_sides && (own->side.empty() || it->side.empty())) {
        elsewhere.beside.push_back(&*it);
      } else {
        (it->side == own->side ? elsewhere.agree : elsewhere.differ).push_back(&*it);
      }
    }
  }
  return elsewhere;
}

std::vector<std::string> ClaimCells(const SheetIndex& index, const Record& record, const Claim& claim, size_t number) {
  const std::string_view text = record.document.text;
  const Elsewhere elsewhere = ElsewhereOf(record, claim);
  const bool has_text = claim.sentence.end <= text.size();
  const Check* check = index.FindCheck(CheckTarget::kClaim, claim.fingerprint);
  static const auto& unchecked = *new Check();
  if (check == nullptr) check = &unchecked;
  std::vector<std::string> cells;
  cells.reserve(std::size(kClaimColumns));
  cells.push_back(StrCat(number));
  cells.push_back(StrCat(index.Letter(record.document.id), " ", NameOf(record.document)));
  cells.push_back(claim.place.line == 0 ? StrCat(claim.span.start) : StrCat(claim.place.line, ":", claim.place.column));
  cells.push_back(has_text ? OneLine(claim.span.In(text)) : "");
  cells.push_back(has_text ? OneLine(claim.sentence.In(text)) : "");
  cells.push_back(OneLine(claim.said_by));
  cells.push_back(claim.type);
  cells.push_back(claim.value);
  cells.push_back(OneLine(claim.about));
  cells.push_back(claim.as_of);
  cells.push_back(MemberList(index, elsewhere.agree));
  cells.push_back(MemberList(index, elsewhere.differ));
  cells.push_back(elsewhere.origins > 0 ? StrCat(elsewhere.origins) : "");
  cells.push_back(check->state.empty() ? std::string(kStates[0]) : check->state);
  for (const std::string* noted : {&check->source, &check->evidence, &check->checked_by, &check->checked_on, &check->note}) {
    cells.push_back(*noted);
  }
  cells.push_back(claim.fingerprint);
  return cells;
}

bool StartsFormula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

}  // namespace crosscheck
