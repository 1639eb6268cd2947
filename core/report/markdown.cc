// The worksheet as Markdown: summary, findings, claims article by article, duplicates, what was not read.
#include <map>

#include "base/json.h"
#include "report/cells.h"
#include "report/display.h"
#include "report/draft_text.h"
#include "report/formats.h"
#include "report/summary_text.h"
#include "report/value_text.h"

namespace crosscheck {
namespace {

// One line of plain text: what Markdown or HTML would act on is escaped.
std::string Plain(std::string_view text) {
  static constexpr ByteSet kActive("\\`*_[]|<>#~&");
  const std::string line = OneLine(text);
  std::string out;
  out.reserve(line.size() + 8);
  size_t start = 0;
  for (size_t at = kActive.FindIn(line, 0); at < line.size(); at = kActive.FindIn(line, start)) {
    out.append(line, start, at - start);
    if (line[at] == '&') {
      out += "&amp;";
    } else {
      out += {'\\', line[at]};
    }
    start = at + 1;
  }
  return out.append(line, start);
}

// The sentence with the words compared in bold.
std::string Marked(std::string_view text, Span sentence, Span focus) {
  if (sentence.end > text.size() || !sentence.Contains(focus)) return "";
  const auto part = [&](uint32_t from, uint32_t to) {
    const std::string_view raw = text.substr(from, to - from);
    std::string out = Plain(raw);
    if (!raw.empty() && !out.empty()) {
      if (raw.front() == ' ') out.insert(0, " ");
      if (raw.back() == ' ') out += ' ';
    }
    return out;
  };
  return StrCat(part(sentence.start, focus.start), "**", Plain(focus.In(text)), "**", part(focus.end, sentence.end));
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Worksheet& sheet, Out& out) : index_(sheet), out_(out) {}

  void Write() {
    WriteHead();
    WriteDraft();
    WriteFindings();
    if (!index_.sheet().draft) WriteClaims();
    WriteSources();
    WriteDuplicates();
    WriteUnread();
  }

 private:
  void WriteHead() {
    const SheetSummary s = index_.Summary();
    out_.Add("# Fact-check worksheet\n\n", SummaryText(s), "\n\n", ComparedText(s), "\n\n| | article | outlet | published |\n|---|---|---|---|\n");
    for (const Record& record : index_.sheet().documents) {
      const Document& d = record.document;
      const std::string_view link = SafeLink(d.url);
      out_.Add("| ", index_.Letter(d.id), " | ", Plain(TitleOf(d)), link.empty() ? "" : " ", Link(link), " | ", Plain(d.outlet),
               " | ", d.published ? DaysText(d.published->days) : "", " |\n");
    }
  }
  static std::string Link(std::string_view link) {
    if (link.empty() || link.find_first_of("<> \n") != std::string_view::npos) return "";
    return StrCat("<", link, ">");
  }

  void WriteDraft() {
    if (!index_.sheet().draft) return;
    DraftTeller teller(index_);
    out_.Add("\n## The draft\n\n", Plain(teller.Summary()),
             "\n\n| no. | place | claim | stands | in the sources | said by | value | state | checked by | note |\n|---|---|---|---|---|---|---|---|---|---|\n");
    size_t number = 0;
    for (const DraftRow& row : teller.Rows()) {
      const std::vector<std::string> cells = ClaimCells(index_, teller.record(), row.shown, ++number);
      const std::string marked = Marked(teller.record().document.text, row.shown.sentence, row.shown.span);
      out_.Add("| ", number, " | ", cells[kPlaceCell], " | ", marked.empty() ? Plain(cells[kWordsCell]) : marked, " | ",
               StandingText(row.claim->standing), " | ", Plain(teller.PlacesText(*row.claim)));
      for (const ClaimCell cell : {kSaidByCell, kValueCell, kStateCell, kCheckedByCell, kNoteCell}) out_.Add(" | ", Plain(cells[cell]));
      out_.Add(" |\n");
    }
  }

  void WriteFindings() {
    out_.Add("\n## Findings\n");
    if (index_.sheet().findings.empty()) out_.Add("\nNone.\n");
    for (const Finding& finding : index_.sheet().findings) {
      out_.Add("\n### ", finding.id, ". ", Plain(finding.message), "\n\n", Plain(finding.label), ", rank ", finding.rank,
               ", `", finding.rule, "`");
      if (finding.baseline != Baseline::kNone) out_.Add(", ", JsonName(finding.baseline));
      if (!finding.suppressed.empty()) out_.Add(". Set aside: ", Plain(finding.suppressed));
      if (!finding.signed_off.empty()) out_.Add(". Signed off: ", Plain(finding.signed_off));
      out_.Add("\n\n");
      for (const FindingMember& member : finding.members) WriteMember(member);
      if (!finding.why.empty()) out_.Add("\nWhy flagged: ", Plain(Join(finding.why, "; ")), "\n");
      if (const Check* check = index_.FindCheck(CheckTarget::kFinding, finding.fingerprint)) {
        out_.Add("\nState: ", Plain(check->state), "; checked by: ", Plain(check->checked_by), "; note: ", Plain(NoteText(*check)),
                 "\n");
      }
    }
  }

  void WriteMember(const FindingMember& member) {
    const Record* record = index_.Find(member.document);
    const std::string_view text = record == nullptr ? std::string_view() : std::string_view(record->document.text);
    std::string quote = Marked(text, member.span, member.focus.value_or(member.span));
    if (quote.empty()) quote = Plain(member.text);
    out_.Add("- ", member.side.empty() ? "" : StrCat("**", member.side, "** "), index_.Letter(member.document),
             member.source.empty() ? "" : StrCat(" (", Plain(member.source), ")"), ": ", quote, "\n");
  }

  void WriteClaims() {
    out_.Add("\n## All claims\n");
    size_t number = 0;
    for (const Record& record : index_.sheet().documents) {
      const Places places(record.document);
      const std::vector<Claim> claims = index_.ClaimsOf(record, places);
      if (claims.empty()) continue;
      out_.Add("\n### ", index_.Letter(record.document.id), ". ", Plain(NameOf(record.document)),
               "\n\n| no. | place | claim | said by | value | agrees with | differs from | does not "
               "contradict | state | checked by | note |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
      for (const Claim& claim : claims) WriteClaim(record, claim, ++number);
    }
  }

  void WriteClaim(const Record& record, const Claim& claim, size_t number) {
    const std::vector<std::string> cells = ClaimCells(index_, record, claim, number);
    const std::string marked = Marked(record.document.text, claim.sentence, claim.span);
    out_.Add("| ", number, " | ", Plain(cells[kPlaceCell]), " | ", marked.empty() ? Plain(cells[kWordsCell]) : marked);
    for (const ClaimCell cell :
         {kSaidByCell, kValueCell, kAgreeCell, kDifferCell, kBesideCell, kStateCell, kCheckedByCell, kNoteCell}) {
      out_.Add(" | ", Plain(cells[cell]));
    }
    out_.Add(" |\n");
  }

  void WriteSources() {
    std::map<std::string, size_t> statements;
    for (const Record& record : index_.sheet().documents) {
      for (const Statement& statement : record.statements) {
        if (!statement.sources.empty()) ++statements[statement.sources.back().name];
      }
    }
    if (statements.empty()) return;
    out_.Add("\n## Sources\n\n| source | statements | contact | reliability |\n|---|---|---|---|\n");
    for (const auto& [name, count] : statements) {
      const Check* check = index_.FindCheck(CheckTarget::kSource, name);
      out_.Add("| ", Plain(name), " | ", count, " | ", check == nullptr ? "" : Plain(check->source), " | ",
               check == nullptr ? "" : Plain(check->evidence), " |\n");
    }
  }

  void WriteDuplicates() {
    if (index_.sheet().reuse.empty()) return;
    out_.Add("\n## Duplicated text\n\n| articles | kind | shared of each | likely origin | evidence |\n|---|---|---|---|---|\n");
    for (const Reuse& reuse : index_.sheet().reuse) {
      out_.Add("| ", index_.Letter(reuse.a), ", ", index_.Letter(reuse.b), " | ", JsonName(reuse.kind), " | ",
               Percent(reuse.share_a), ", ", Percent(reuse.share_b), " | ",
               reuse.source.empty() ? "" : index_.Letter(reuse.source), " | ", Plain(Join(reuse.evidence, "; ")), " |\n");
    }
  }
  static std::string Percent(double share) { return StrCat(static_cast<int>(share * 100 + 0.5), " %"); }

  void WriteUnread() {
    if (!index_.sheet().unread.empty()) out_.Add("\n## Not read\n\n");
    for (const Unread& unread : index_.sheet().unread) out_.Add("- ", Plain(unread.uri), ": ", Plain(unread.reason), "\n");
    if (!index_.sheet().unchecked.empty()) out_.Add("\n## Not checked\n\n");
    for (const Unchecked& unchecked : index_.sheet().unchecked) {
      out_.Add("- ", index_.Letter(unchecked.document), " ", Plain(unchecked.document), StoryText(index_, unchecked), ": ",
               Plain(unchecked.reason), "\n");
    }
  }

  SheetIndex index_;
  Out& out_;
};

}  // namespace

absl::Status WriteMarkdown(const Worksheet& sheet, const WriteOptions&, Out& out) {
  MarkdownWriter(sheet, out).Write();
  return absl::OkStatus();
}

}  // namespace crosscheck
