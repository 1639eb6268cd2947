// The worksheet as an Excel workbook: findings, claims, sources, duplicates; filters, a frozen header, the state as a drop-down. Sides
// of a finding lead to their claims, articles to their address.
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

// Pale enough for black letters, on the screen and on paper.
lxw_color_t ColorOf(Severity severity) {
  return severity == Severity::kError ? 0xF6C7C3 : severity == Severity::kWarning ? 0xFBE3B5 : 0xD9E6F5;
}

// Where the claims' rows stand, by document, newline, claim.
using ClaimRows = StringMap<size_t>;

// To the row of the first claim that stands on the side; empty: it has none.
std::string LinkOfSide(const SheetIndex& index, const ClaimRows& rows, const Finding& finding, std::string_view side) {
  const Group* group = index.FindGroup(finding.group);
  if (group == nullptr) return "";
  for (const GroupMember& member : group->members) {
    const auto row = rows.find(StrCat(member.document, "\n", member.claim));
    if (member.side == side && row != rows.end()) return StrCat("internal:'Claims'!A", row->second);
  }
  return "";
}

struct FindingRow {
  const SheetIndex& index;
  const Finding& finding;
  const Check& check;
};

enum class ColumnUse : uint8_t { kText, kNumber, kLevel, kState, kSideA, kSideB };

struct FindingColumn {
  Column column;
  std::string (*cell)(const FindingRow& row);
  ColumnUse use = ColumnUse::kText;
};

constexpr FindingColumn kFindingColumns[] = {
    {{"id", 6}, [](const FindingRow& r) { return r.finding.id; }},
    {{"rank", 6}, [](const FindingRow& r) { return StrCat(r.finding.rank); }, ColumnUse::kNumber},
    {{"level", 9}, [](const FindingRow& r) { return r.finding.label; }, ColumnUse::kLevel},
    {{"finding", 40}, [](const FindingRow& r) { return r.finding.message; }},
    {{"A says", 35}, [](const FindingRow& r) { return SideText(r.index, r.finding, "A"); }, ColumnUse::kSideA},
    {{"B says", 35}, [](const FindingRow& r) { return SideText(r.index, r.finding, "B"); }, ColumnUse::kSideB},
    {{"why flagged", 40}, [](const FindingRow& r) { return Join(r.finding.why, "; "); }},
    {{"state", 16}, [](const FindingRow& r) { return r.check.state.empty() ? std::string(kStates[0]) : r.check.state; }, ColumnUse::kState},
    {{"source consulted", 20}, [](const FindingRow& r) { return r.check.source; }},
    {{"source kind", 14}, [](const FindingRow& r) { return r.check.source_kind; }},
    {{"evidence", 24}, [](const FindingRow& r) { return r.check.evidence; }},
    {{"checked by", 12}, [](const FindingRow& r) { return r.check.checked_by; }},
    {{"checked on", 12}, [](const FindingRow& r) { return r.check.checked_on; }},
    {{"note", 30}, [](const FindingRow& r) { return NoteText(r.check); }},
    {{"set aside", 20}, [](const FindingRow& r) { return r.finding.suppressed; }},
    {{"baseline", 11}, [](const FindingRow& r) { return std::string(JsonName(r.finding.baseline)); }},
    {{"fingerprint", 18}, [](const FindingRow& r) { return r.finding.fingerprint; }},
};

std::vector<Column> FindingColumns() {
  std::vector<Column> columns;
  for (const FindingColumn& one : kFindingColumns) columns.push_back(one.column);
  return columns;
}

void WriteFindings(const SheetIndex& index, const ClaimRows& rows, SheetWriter* sheet) {
  std::set<size_t> numbers;
  std::optional<size_t> state;
  for (size_t i = 0; i < std::size(kFindingColumns); ++i) {
    if (kFindingColumns[i].use == ColumnUse::kNumber) numbers.insert(i);
    if (kFindingColumns[i].use == ColumnUse::kState) state = i;
  }
  for (const Finding& finding : index.sheet().findings) {
    static const auto& unchecked = *new Check();
    const Check* check = index.FindCheck(CheckTarget::kFinding, finding.fingerprint);
    const FindingRow row{index, finding, check == nullptr ? unchecked : *check};
    std::vector<std::string> cells;
    RowStyle style;
    for (const FindingColumn& column : kFindingColumns) {
      if (column.use == ColumnUse::kSideA) style.links[cells.size()] = LinkOfSide(index, rows, finding, "A");
      if (column.use == ColumnUse::kSideB) style.links[cells.size()] = LinkOfSide(index, rows, finding, "B");
      if (column.use == ColumnUse::kLevel) style.coloured = cells.size();
      cells.push_back(column.cell(row));
    }
    style.color = ColorOf(finding.severity);
    sheet->Row(cells, numbers, style);
  }
  sheet->Finish(state, kFindingStates);
}

// Where the claims' rows stand.
ClaimRows WriteClaims(const SheetIndex& index, SheetWriter* sheet) {
  std::set<size_t> numbers;
  const std::span<const ClaimColumn> columns = ClaimColumnsOf(index.sheet());
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].number) numbers.insert(i);
  }
  ClaimRows rows;
  size_t at = 1;  // the header's
  ForEachClaimRow(index, [&](const ClaimRow& row) {
    ++at;
    RowStyle style;
    if (row.claim != nullptr) {
      rows.emplace(StrCat(row.record->document.id, "\n", row.claim->id), at);
      style.links[kArticleCell] = SafeLink(row.record->document.url);
    }
    sheet->Row(row.cells, numbers, style);
  });
  sheet->Finish(kStateCell, kStates);
  return rows;
}

std::vector<Column> ClaimColumns(const Worksheet& sheet) {
  std::vector<Column> columns;
  for (const ClaimColumn& column : ClaimColumnsOf(sheet)) columns.push_back({column.name, column.width});
  return columns;
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
        SheetWriter findings(workbook, "Findings", FindingColumns());
        SheetWriter claims(workbook, "Claims", ClaimColumns(sheet));
        WriteFindings(index, WriteClaims(index, &claims), &findings);
        WriteSources(workbook, index);
        WriteDuplicates(workbook, index);
        WriteArticles(workbook, index);
      },
      out);
}

}  // namespace crosscheck
