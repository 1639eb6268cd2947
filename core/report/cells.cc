#include "report/cells.h"

#include <algorithm>
#include <iterator>

#include "report/display.h"
#include "report/draft_text.h"
#include "report/summary_text.h"

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

// "b articles/second-day.txt"
std::string ArticleText(const SheetIndex& index, const Record& record) {
  return StrCat(index.Letter(record.document.id), " ", NameOf(record.document));
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
      if (group->relation == Relation::kCompatible) {
        elsewhere.beside.push_back(&*it);
      } else if (has_sides && (own->side.empty() || it->side.empty())) {
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
  const Check* check = index.CheckOf(record.document, claim);
  static const auto& unchecked = *new Check();
  if (check == nullptr) check = &unchecked;
  std::vector<std::string> cells(ClaimColumnsOf(index.sheet()).size());
  cells[kNumberCell] = StrCat(number);
  cells[kArticleCell] = ArticleText(index, record);
  cells[kPlaceCell] = claim.place.line == 0 ? StrCat(claim.span.start) : StrCat(claim.place.line, ":", claim.place.column);
  cells[kWordsCell] = has_text ? OneLine(claim.span.In(text)) : "";
  cells[kSentenceCell] = has_text ? OneLine(claim.sentence.In(text)) : "";
  cells[kSaidByCell] = OneLine(claim.said_by);
  cells[kTypeCell] = claim.type;
  cells[kValueCell] = claim.value;
  cells[kAboutCell] = OneLine(claim.about);
  cells[kAsOfCell] = claim.as_of;
  cells[kAgreeCell] = MemberList(index, elsewhere.agree);
  cells[kDifferCell] = MemberList(index, elsewhere.differ);
  cells[kBesideCell] = MemberList(index, elsewhere.beside);
  cells[kOriginsCell] = elsewhere.origins > 0 ? StrCat(elsewhere.origins) : "";
  cells[kStateCell] = check->state.empty() ? std::string(kStates[0]) : check->state;
  cells[kCorrectionCell] = check->correction;
  cells[kSourceCell] = check->source;
  cells[kSourceKindCell] = check->source_kind;
  cells[kEvidenceCell] = check->evidence;
  cells[kCheckedByCell] = check->checked_by;
  cells[kCheckedOnCell] = check->checked_on;
  cells[kNoteCell] = NoteText(*check);
  cells[kFingerprintCell] = claim.fingerprint;
  return cells;
}

std::vector<std::string> UncheckedCells(const SheetIndex& index, const Unchecked& unchecked) {
  std::vector<std::string> cells(ClaimColumnsOf(index.sheet()).size());
  const Record* record = index.Find(unchecked.document);
  cells[kArticleCell] = StrCat(record == nullptr ? unchecked.document : ArticleText(index, *record), StoryText(index, unchecked));
  cells[kTypeCell] = "not checked";
  cells[kValueCell] = unchecked.reason;
  return cells;
}

std::span<const ClaimColumn> ClaimColumnsOf(const Worksheet& sheet) {
  return std::span(kClaimColumns).first(sheet.draft ? std::size(kClaimColumns) : kStandingCell);
}

void ForEachClaimRow(const SheetIndex& index, const std::function<void(const ClaimRow& row)>& use) {
  const Worksheet& sheet = index.sheet();
  size_t number = 0;
  if (sheet.draft) {
    DraftTeller teller(index);
    for (const DraftRow& row : teller.Rows()) {
      std::vector<std::string> cells = ClaimCells(index, teller.record(), row.shown, ++number);
      cells[kStandingCell] = StandingText(row.claim->standing);
      cells[kSourcePlacesCell] = teller.PlacesText(*row.claim);
      use({&teller.record(), &row.shown, std::move(cells)});
    }
  } else {
    for (const Record& record : sheet.documents) {
      const Places places(record.document);
      for (const Claim& claim : index.ClaimsOf(record, places)) use({&record, &claim, ClaimCells(index, record, claim, ++number)});
    }
  }
  for (const Unchecked& unchecked : sheet.unchecked) use({nullptr, nullptr, UncheckedCells(index, unchecked)});
}

std::string NoteText(const Check& check) {
  std::string text;
  for (const Check& other : check.others) {
    std::vector<std::string_view> words;
    for (const std::string* word : {&other.state, &other.checked_by, &other.correction, &other.source, &other.evidence, &other.note}) {
      if (!word->empty()) words.push_back(*word);
    }
    StrAppend(&text, text.empty() ? "[noted otherwise: " : "; ", Join(words, ", "));
  }
  if (text.empty()) return check.note;
  return StrCat(check.note, check.note.empty() ? "" : " ", text, "]");
}

std::string NotedText(const Check* check) {
  if (check == nullptr) return "";
  std::vector<std::string> parts;
  for (const std::string* part : {&check->state, &check->correction, &check->source, &check->evidence, &check->checked_by, &check->checked_on}) {
    if (!part->empty()) parts.push_back(*part);
  }
  if (std::string note = NoteText(*check); !note.empty()) parts.push_back(std::move(note));
  return Join(parts, "; ");
}

bool StartsFormula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

}  // namespace crosscheck
