// Findings for the terminal, as a good compiler tells its own: place, severity, reason, then both sides with who says so and the
// line with markers under the words compared. The form may change; scripts read json.
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/json.h"
#include "compare/state.h"
#include "report/display.h"
#include "report/draft_text.h"
#include "report/formats.h"
#include "report/sheet_index.h"
#include "report/summary_text.h"

namespace crosscheck {
namespace {

constexpr size_t kShown = 10;
constexpr int kLeastRoom = 16;      // columns; less at the end of a line is left empty
constexpr int kClaimWords = 160;    // columns of a claim's own words
constexpr size_t kSideMembers = 2;  // quoted lines a side; the others are named

class TextWriter {
 public:
  TextWriter(const Worksheet& sheet, const WriteOptions& options, Out& out)
      : index_(sheet), options_(options), out_(out), width_(options.width == 0 ? 0 : std::clamp(options.width, 40, 160)) {}

  void Write() {
    size_t shown = 0;
    size_t more = 0;
    size_t notes = 0;
    for (const Finding& finding : index_.sheet().findings) {
      if (Hidden(finding)) continue;
      const bool sure = finding.severity != Severity::kNote;
      if (!options_.all && !sure) {
        ++notes;
      } else if (!options_.all && shown == kShown) {
        ++more;
      } else {
        ++shown;
        WriteFinding(finding);
      }
    }
    WriteDraft();
    WriteDuplicates();
    WriteRest(more, notes);
    WriteSummary();
  }

 private:
  bool Hidden(const Finding& finding) const {
    return !options_.all && !IsOpen(finding);
  }

  std::string Paint(std::string_view code, std::string_view text) const {
    return options_.color ? StrCat("\x1b[", code, "m", text, "\x1b[0m") : std::string(text);
  }
  static std::string_view SeverityColor(Severity severity) {
    switch (severity) {
      case Severity::kError:
        return "1;31";
      case Severity::kWarning:
        return "1;33";
      case Severity::kNote:
        return "1;36";
    }
    return "1";
  }
  static std::string_view SideColor(std::string_view side) {
    if (side == "A") return "34";
    if (side == "B") return "35";
    return side.empty() ? "2" : "32";
  }

  const Places& PlacesOf(const Record& record) {
    auto& places = places_[record.document.id];
    if (!places) places = std::make_unique<Places>(record.document);
    return *places;
  }

  std::string PlaceOf(std::string_view document, uint32_t byte) {
    const Record* record = index_.Find(document);
    if (record == nullptr) return std::string(document);
    const Place place = PlacesOf(*record).Of(byte);
    const std::string name = OneLine(NameOf(record->document));
    return place.line == 0 ? name : StrCat(name, ":", place.line, ":", place.column);
  }

  // `text` after `lead` columns that stand already, wrapped with an indent of `indent`, each line painted.
  void AddWrapped(std::string_view text, int lead, int indent, std::string_view code) {
    if (width_ > 0 && width_ - lead < kLeastRoom) {
      out_.Add("\n", std::string(indent, ' '));
      lead = indent;
    }
    bool first = true;
    for (const std::string_view line : WrapToWidth(text, width_ - lead, std::max(0, width_ - indent))) {
      out_.Add(first ? "" : StrCat("\n", std::string(indent, ' ')), code.empty() ? std::string(line) : Paint(code, line));
      first = false;
    }
  }

  void WriteFinding(const Finding& finding) {
    const FindingMember* first = finding.members.empty() ? nullptr : &finding.members.front();
    const std::string place =
        first == nullptr ? "" : StrCat(PlaceOf(first->document, first->focus ? first->focus->start : first->span.start), ": ");
    const std::string_view severity = JsonName(finding.severity);
    out_.Add(Paint("1", place), Paint(SeverityColor(finding.severity), severity), ": ");
    const std::string message = OneLine(finding.message);
    const int lead = DisplayWidth(place) + static_cast<int>(severity.size()) + 2;
    AddWrapped(message, width_ == 0 ? 0 : lead % width_, 5, "1");
    const std::string rule = StrCat("[", finding.rule, ", rank ", finding.rank, Marks(finding), "]");
    out_.Add(width_ > 0 && lead + DisplayWidth(message) + DisplayWidth(rule) >= width_ ? "\n     " : " ", Paint("2", rule), "\n");
    WriteSides(finding);
    WriteWhy(finding);
    WriteCheck(finding);
    out_.Add("\n");
  }

  static std::string Marks(const Finding& finding) {
    std::string marks;
    if (finding.baseline != Baseline::kNone) marks = StrCat(", ", JsonName(finding.baseline));
    if (!finding.suppressed.empty()) marks += ", suppressed";
    if (!finding.signed_off.empty()) marks += ", signed off";
    return marks;
  }

  void WriteSides(const Finding& finding) {
    std::map<std::string_view, std::vector<const FindingMember*>> sides;
    for (const FindingMember& member : finding.members) sides[member.side].push_back(&member);
    for (const auto& [side, members] : sides) {
      for (size_t i = 0; i < members.size() && i < kSideMembers; ++i) WriteMember(*members[i]);
      if (members.size() <= kSideMembers) continue;
      std::vector<std::string> others;
      for (size_t i = kSideMembers; i < members.size() && others.size() < 6; ++i) {
        others.push_back(PlaceOf(members[i]->document, members[i]->span.start));
      }
      const size_t left = members.size() - kSideMembers - others.size();
      out_.Add("     ");
      AddWrapped(StrCat("also ", Join(others, ", "), left > 0 ? StrCat(" and ", left, " more") : ""), 5, 5, "2");
      out_.Add("\n");
    }
  }

  void WriteMember(const FindingMember& member) {
    const std::string_view color = SideColor(member.side);
    const std::string source = member.source.empty() ? "" : StrCat(", ", OneLine(member.source));
    out_.Add("  ", Paint(StrCat("1;", color), member.side.empty() ? "-" : member.side), "  ",
             Paint("36", PlaceOf(member.document, member.focus ? member.focus->start : member.span.start)), source, "\n");
    const Record* record = index_.Find(member.document);
    const std::string_view text = record == nullptr ? std::string_view() : std::string_view(record->document.text);
    if (member.span.end > text.size() || text.empty()) {
      out_.Add("     ", Paint("2", "|"), " ");
      AddWrapped(OneLine(member.text), 7, 7, "");
      out_.Add("\n");
      return;
    }
    const Span focus = member.focus.value_or(member.span);
    WriteQuote(PlacesOf(*record).SentenceOf(member.span), focus, text, color);
  }

  // The sentence, line by line where it is longer than the terminal is wide, with markers under the focus.
  void WriteQuote(Span sentence, Span focus, std::string_view text, std::string_view color) {
    const auto is_space = [&](size_t at) { return text[at] == ' ' || text[at] == '\n'; };
    std::string quote = OneLine(text.substr(sentence.start, focus.start - sentence.start));
    if (focus.start > sentence.start && is_space(focus.start - 1) && !quote.empty()) quote += ' ';
    const size_t marked = quote.size();
    quote += OneLine(focus.In(text));
    const size_t marked_end = quote.size();
    if (focus.end < sentence.end && is_space(focus.end)) quote += ' ';
    quote += OneLine(text.substr(focus.end, sentence.end - focus.end));
    const std::string bar = Paint("2", "|");
    for (const std::string_view line : WrapToWidth(quote, width_ - 7, std::max(0, width_ - 7))) {
      const auto start = static_cast<size_t>(line.data() - quote.data());
      const size_t from = std::clamp(marked, start, start + line.size()) - start;
      const size_t to = std::clamp(marked_end, start, start + line.size()) - start;
      const std::string_view middle = line.substr(from, to - from);
      out_.Add("     ", bar, " ", line.substr(0, from), middle.empty() ? "" : Paint(StrCat("1;", color), middle), line.substr(to), "\n");
      if (middle.empty()) continue;
      out_.Add("     ", bar, " ", std::string(DisplayWidth(line.substr(0, from)), ' '),
               Paint(StrCat("1;", color), StrCat("^", std::string(std::max(0, DisplayWidth(middle) - 1), '~'))), "\n");
    }
  }

  void WriteWhy(const Finding& finding) {
    const Group* group = index_.FindGroup(finding.group);
    std::vector<std::string> parts(finding.why.begin(), finding.why.end());
    if (parts.empty() && group != nullptr) parts = group->why;
    std::string why = Join(parts, "; ");
    if (group != nullptr) {
      StrAppend(&why, why.empty() ? "" : "; ", group->documents, " articles, ", group->origins,
                group->origins == 1 ? " origin" : " origins");
    }
    if (!why.empty()) AddNote(why);
    if (!finding.suppressed.empty()) AddNote(StrCat("suppressed: ", finding.suppressed));
    if (!finding.signed_off.empty()) AddNote(StrCat("signed off: ", finding.signed_off));
  }

  void AddNote(std::string_view words) {
    out_.Add("     ");
    AddWrapped(StrCat("= ", OneLine(words)), 5, 7, "2");
    out_.Add("\n");
  }

  void WriteCheck(const Finding& finding) {
    const Check* check = index_.FindCheck(CheckTarget::kFinding, finding.fingerprint);
    if (check == nullptr) return;
    std::string line = check->state.empty() ? "noted" : check->state;
    if (!check->checked_by.empty()) line += StrCat(" by ", check->checked_by);
    if (!check->note.empty()) line += StrCat(": ", check->note);
    AddNote(line);
  }

  // Claims of the draft that a source tells otherwise or that none has; the others with --all.
  void WriteDraft() {
    if (!index_.sheet().draft) return;
    const DraftTeller teller(index_);
    const Draft& draft = teller.draft();
    bool any = false;
    for (const DraftClaim& claim : draft.claims) {
      const std::string_view standing = teller.ClassOf(claim);
      if (standing == "held" && !options_.all) continue;
      any = true;
      const std::string place = StrCat(PlaceOf(draft.document, claim.span.start), ": ");
      out_.Add(Paint("1", place), Paint(standing == "look" ? "1;33" : standing == "missing" ? "1;36" : "32", StandingText(claim.standing)), ": ");
      const int lead = DisplayWidth(place) + DisplayWidth(StandingText(claim.standing)) + 2;
      AddWrapped(QuotedOnce(claim.text, kClaimWords), width_ == 0 ? 0 : lead % width_, 5, "");
      out_.Add("\n");
      for (const SourcePlace& source : claim.in) WriteSourcePlace(source, claim.standing);
    }
    if (any) out_.Add("\n");
  }

  void WriteSourcePlace(const SourcePlace& source, Standing standing) {
    std::string line = StrCat(PlaceOf(source.document, source.span.start), " ", QuotedOnce(source.text, kClaimWords));
    if (!source.source.empty()) StrAppend(&line, ", ", OneLine(source.source));
    if (source.standing != standing) StrAppend(&line, ": ", StandingText(source.standing));
    out_.Add("     ");
    AddWrapped(line, 5, 7, "2");
    out_.Add("\n");
  }

  void WriteDuplicates() {
    for (const Family& family : index_.sheet().families) {
      std::set<std::string> names;
      for (const auto& [document, story] : family.members) names.insert(PlaceOfDocument(document));
      const std::string origin = family.origin.empty() ? "" : StrCat(", likely from ", PlaceOfDocument(family.origin));
      const std::string told = names.size() == 1
                                   ? StrCat(*names.begin(), " prints one story ", family.members.size(), " times")
                                   : StrCat(names.size(), " articles carry one text", origin, ": ", Join(names, ", "));
      out_.Add(Paint("1;32", "copies"), ": ");
      AddWrapped(told, 8, 8, "");
      out_.Add("\n");
    }
    if (!index_.sheet().families.empty()) out_.Add("\n");
  }

  std::string PlaceOfDocument(std::string_view id) const {
    const Record* record = index_.Find(id);
    return record == nullptr ? std::string(id) : OneLine(NameOf(record->document));
  }

  void WriteRest(size_t more, size_t notes) {
    if (more > 0) out_.Add(Paint("2", StrCat(more, " more below these; --all shows them")), "\n");
    if (notes > 0) {
      out_.Add(Paint("2", StrCat(notes, notes == 1 ? " note" : " notes",
                                 " to look at (perhaps not the same quantity); --all shows ", notes == 1 ? "it" : "them")),
               "\n");
    }
    for (const Unread& unread : index_.sheet().unread) AddLeft("not read", unread.uri, unread.reason);
    for (const Unchecked& unchecked : index_.sheet().unchecked) {
      AddLeft("not checked", StrCat(PlaceOfDocument(unchecked.document), StoryText(index_, unchecked)), unchecked.reason);
    }
  }

  void AddLeft(std::string_view what, std::string_view where, std::string_view reason) {
    out_.Add(Paint("1;31", what), ": ");
    const int lead = static_cast<int>(what.size()) + 2;
    AddWrapped(StrCat(OneLine(where), ": ", OneLine(reason)), lead, lead, "");
    out_.Add("\n");
  }

  void WriteSummary() {
    const SheetSummary summary = index_.Summary();
    std::vector<std::string> lines = {ComparedText(summary), SummaryText(summary)};
    if (index_.sheet().draft) lines.push_back(DraftTeller(index_).Summary());
    for (const std::string& line : lines) {
      AddWrapped(line, 0, 2, "1");
      out_.Add("\n");
    }
  }

  SheetIndex index_;
  WriteOptions options_;
  Out& out_;
  int width_;
  std::map<std::string_view, std::unique_ptr<Places>> places_;
};

}  // namespace

absl::Status WriteText(const Worksheet& sheet, const WriteOptions& options, Out& out) {
  TextWriter(sheet, options, out).Write();
  return absl::OkStatus();
}

}  // namespace crosscheck
