// The worksheet as an Excel workbook: findings, claims, sources, duplicates; filters, a frozen header, the state as a drop-down.
// The same worksheet gives the same bytes: no clock is written.
#include <map>
#include <optional>
#include <set>

#include "base/json.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/summary_text.h"
#include "report/value_text.h"
#include "report/workbook.h"

namespace crosscheck {
namespace {

std::string SideText(const SheetIndex& index, const Finding& finding, std::string_view side) {
  std::string text;
  for (const FindingMember& member : finding.members) {
    if (member.side != side) continue;
    const Record* record = index.Find(member.document);
    const bool at_hand = record != nullptr && member.focus && member.focus->end <= record->document.text.size();
    StrAppend(&text, text.empty() ? "" : "; ", index.Letter(member.document), ": ",
              at_hand ? member.focus->In(record->document.text) : std::string_view(member.text),
              member.source.empty() ? "" : StrCat(" (", member.source, ")"));
  }
  return text;
}

void WriteFindings(lxw_workbook* workbook, const SheetIndex& index) {
  SheetWriter sheet(workbook, "Findings",
                    {{"id", 6},
                     {"rank", 6},
                     {"level", 9},
                     {"finding", 40},
                     {"A says", 35},
                     {"B says", 35},
                     {"why flagged", 40},
                     {"state", 16},
                     {"checked by", 12},
                     {"note", 30},
                     {"set aside", 20},
                     {"baseline", 11},
                     {"fingerprint", 18}});
  for (const Finding& finding : index.sheet().findings) {
    static const auto& unchecked = *new Check();
    const Check* check = index.FindCheck(CheckTarget::kFinding, finding.fingerprint);
    if (check == nullptr) check = &unchecked;
    sheet.Row({finding.id, StrCat(finding.rank), std::string(JsonName(finding.severity)), finding.message,
               SideText(index, finding, "A"), SideText(index, finding, "B"), Join(finding.why, "; "),
               check->state.empty() ? std::string(kStates[0]) : check->state, check->checked_by, check->note, finding.suppressed,
               std::string(JsonName(finding.baseline)), finding.fingerprint},
              {1});
  }
  sheet.Finish(7);
}

void WriteClaims(lxw_workbook* workbook, const SheetIndex& index) {
  std::vector<Column> columns;
  std::set<size_t> numbers;
  for (const ClaimColumn& column : kClaimColumns) {
    if (column.number) numbers.insert(columns.size());
    columns.push_back({column.name, column.width});
  }
  SheetWriter sheet(workbook, "Claims", columns);
  size_t number = 0;
  for (const Record& record : index.sheet().documents) {
    const Places places(record.document);
    for (const Claim& claim : index.ClaimsOf(record, places)) sheet.Row(ClaimCells(index, record, claim, ++number), numbers);
  }
  for (const Unchecked& unchecked : index.sheet().unchecked) sheet.Row(UncheckedCells(index, unchecked), numbers);
  sheet.Finish(kStateCell);
}

void WriteSources(lxw_workbook* workbook, const SheetIndex& index) {
  SheetWriter sheet(workbook, "Sources",
                    {{"source", 40}, {"statements", 12}, {"articles", 14}, {"contact", 30}, {"reliability", 12}, {"note", 30}});
  std::map<std::string, std::pair<size_t, std::set<std::string>>> sources;
  for (const Record& record : index.sheet().documents) {
    for (const Statement& statement : record.statements) {
      if (statement.sources.empty()) continue;
      auto& [count, letters] = sources[statement.sources.back().name];
      ++count;
      letters.insert(index.Letter(record.document.id));
    }
  }
  for (const auto& [name, use] : sources) {
    const Check* check = index.FindCheck(CheckTarget::kSource, name);
    sheet.Row({name, StrCat(use.first), Join(use.second, " "), check ? check->source : "", check ? check->evidence : "",
               check ? check->note : ""},
              {1});
  }
  sheet.Finish(std::nullopt);
}

void WriteDuplicates(lxw_workbook* workbook, const SheetIndex& index) {
  SheetWriter sheet(workbook, "Duplicates",
                    {{"article", 30},
                     {"other article", 30},
                     {"kind", 12},
                     {"share of the first", 10},
                     {"share of the other", 10},
                     {"passages", 9},
                     {"likely origin", 30},
                     {"evidence", 40}});
  for (const Reuse& reuse : index.sheet().reuse) {
    sheet.Row({reuse.a, reuse.b, std::string(JsonName(reuse.kind)), StrCat(reuse.share_a), StrCat(reuse.share_b),
               StrCat(reuse.passages.size()), reuse.source, Join(reuse.evidence, "; ")},
              {3, 4, 5});
  }
  sheet.Finish(std::nullopt);
}

void WriteArticles(lxw_workbook* workbook, const SheetIndex& index) {
  SheetWriter sheet(
      workbook, "Articles",
      {{"letter", 7}, {"article", 40}, {"title", 40}, {"outlet", 20}, {"published", 14}, {"address", 50}, {"problem", 30}});
  for (const Record& record : index.sheet().documents) {
    const Document& d = record.document;
    sheet.Row({index.Letter(d.id), std::string(NameOf(d)), d.title, d.outlet, d.published ? DaysText(d.published->days) : "",
               d.url, Join(d.errors, "; ")},
              {});
  }
  for (const Unread& unread : index.sheet().unread)
    sheet.Row({"", unread.uri, "", "", "", "", StrCat("not read: ", unread.reason)}, {});
  for (const Unchecked& unchecked : index.sheet().unchecked) {
    sheet.Row({index.Letter(unchecked.document), StrCat(unchecked.document, StoryText(index, unchecked)), "", "", "", "",
               StrCat("not checked: ", unchecked.reason)},
              {});
  }
  sheet.Finish(std::nullopt);
}

}  // namespace

absl::Status WriteXlsx(const Worksheet& sheet, const WriteOptions&, Out& out) {
  return WriteWorkbook(
      "Fact-check worksheet",
      [&](lxw_workbook* workbook) {
        const SheetIndex index(sheet);
        WriteFindings(workbook, index);
        WriteClaims(workbook, index);
        WriteSources(workbook, index);
        WriteDuplicates(workbook, index);
        WriteArticles(workbook, index);
      },
      out);
}

}  // namespace crosscheck
