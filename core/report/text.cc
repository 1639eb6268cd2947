// Findings for the terminal, as a good compiler tells its own: place, severity, reason, then both sides with who says so and the
// line with markers under the words compared. The form may change; scripts read json.
#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/json.h"
#include "base/utf8.h"
#include "report/display.h"
#include "report/formats.h"
#include "report/sheet_index.h"

namespace crosscheck {
namespace {

constexpr size_t kShown = 10;
constexpr size_t kSideMembers = 2;  // quoted lines a side; the others are named

class TextWriter {
 public:
  TextWriter(const Worksheet& sheet, const WriteOptions& options, Out& out)
      : index_(sheet), options_(options), out_(out), width_(std::clamp(options.width, 40, 160)) {}

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
    WriteDuplicates();
    WriteRest(more, notes);
    WriteSummary();
  }

 private:
  bool Hidden(const Finding& finding) const {
    return !options_.all && (!finding.suppressed.empty() || finding.baseline == Baseline::kAbsent);
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

  void WriteFinding(const Finding& finding) {
    const FindingMember* first = finding.members.empty() ? nullptr : &finding.members.front();
    if (first != nullptr) {
      out_.Add(Paint("1", PlaceOf(first->document, first->focus ? first->focus->start : first->span.start)), ": ");
    }
    out_.Add(Paint(SeverityColor(finding.severity), JsonName(finding.severity)), ": ", Paint("1", OneLine(finding.message)), " ",
             Paint("2", StrCat("[", finding.rule, ", rank ", finding.rank, Marks(finding), "]")), "\n");
    WriteSides(finding);
    WriteWhy(finding);
    WriteCheck(finding);
    out_.Add("\n");
  }

  static std::string Marks(const Finding& finding) {
    std::string marks;
    if (finding.baseline != Baseline::kNone) marks = StrCat(", ", JsonName(finding.baseline));
    if (!finding.suppressed.empty()) marks += ", suppressed";
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
      out_.Add(
          "     ",
          Paint("2", CutToWidth(StrCat("also ", Join(others, ", "), left > 0 ? StrCat(" and ", left, " more") : ""), width_ - 5)),
          "\n");
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
      out_.Add("     ", Paint("2", "|"), " ", CutToWidth(OneLine(member.text), width_ - 7), "\n");
      return;
    }
    const Span focus = member.focus.value_or(member.span);
    WriteQuote(PlacesOf(*record).SentenceOf(member.span), focus, text, color);
  }

  // The sentence on one line, cut around the focus where it is too long, and markers under the focus.
  void WriteQuote(Span sentence, Span focus, std::string_view text, std::string_view color) {
    const int room = width_ - 7;
    std::string before = OneLine(text.substr(sentence.start, focus.start - sentence.start));
    if (focus.start > sentence.start && (text[focus.start - 1] == ' ' || text[focus.start - 1] == '\n') && !before.empty())
      before += ' ';
    std::string middle = OneLine(focus.In(text));
    std::string after = OneLine(text.substr(focus.end, sentence.end - focus.end));
    if (focus.end < sentence.end && (text[focus.end] == ' ' || text[focus.end] == '\n')) after.insert(0, " ");
    if (DisplayWidth(middle) > room - 2) {
      middle = CutToWidth(middle, room - 2);
      after.clear();
    }
    const int left = room - DisplayWidth(middle);
    const int after_room = std::max(left - DisplayWidth(before), left / 3);
    if (DisplayWidth(after) > after_room) after = CutToWidth(after, after_room);
    const int before_room = left - DisplayWidth(after);
    if (DisplayWidth(before) > before_room) before = StrCat("…", TailOf(before, before_room - 1));
    const std::string bar = Paint("2", "|");
    out_.Add("     ", bar, " ", before, Paint(StrCat("1;", color), middle), after, "\n");
    out_.Add("     ", bar, " ", std::string(DisplayWidth(before), ' '),
             Paint(StrCat("1;", color), StrCat("^", std::string(std::max(0, DisplayWidth(middle) - 1), '~'))), "\n");
  }

  static std::string_view TailOf(std::string_view text, int columns) {
    size_t at = text.size();
    int used = 0;
    while (at > 0) {
      const CodePoint c = DecodeBefore(text, at);
      used += DisplayWidth(text.substr(at - c.size, c.size));
      if (used > columns) break;
      at -= c.size;
    }
    return text.substr(at);
  }

  void WriteWhy(const Finding& finding) {
    const Group* group = index_.FindGroup(finding.group);
    std::vector<std::string> parts(finding.why.begin(), finding.why.end());
    if (parts.empty() && group != nullptr) parts = group->why;
    if (parts.size() > 4) parts.resize(4);
    std::string why = Join(parts, "; ");
    if (group != nullptr) {
      StrAppend(&why, why.empty() ? "" : "; ", group->documents, " articles, ", group->origins,
                group->origins == 1 ? " origin" : " origins");
    }
    if (!why.empty()) out_.Add("     ", Paint("2", StrCat("= ", CutToWidth(OneLine(why), width_ - 7))), "\n");
    if (!finding.suppressed.empty()) out_.Add("     ", Paint("2", StrCat("= suppressed: ", OneLine(finding.suppressed))), "\n");
  }

  void WriteCheck(const Finding& finding) {
    const Check* check = index_.FindCheck(CheckTarget::kFinding, finding.fingerprint);
    if (check == nullptr) return;
    std::string line = check->state.empty() ? "noted" : check->state;
    if (!check->checked_by.empty()) line += StrCat(" by ", check->checked_by);
    if (!check->note.empty()) line += StrCat(": ", check->note);
    out_.Add("     ", Paint("2", StrCat("= ", CutToWidth(OneLine(line), width_ - 7))), "\n");
  }

  void WriteDuplicates() {
    for (const Family& family : index_.sheet().families) {
      std::set<std::string> names;
      for (const auto& [document, story] : family.members) names.insert(PlaceOfDocument(document));
      const std::string origin = family.origin.empty() ? "" : StrCat(", likely from ", PlaceOfDocument(family.origin));
      const std::string told = names.size() == 1
                                   ? StrCat(*names.begin(), " prints one story ", family.members.size(), " times")
                                   : StrCat(names.size(), " articles carry one text", origin, ": ", Join(names, ", "));
      out_.Add(Paint("1;32", "copies"), ": ", CutToWidth(told, width_ - 8), "\n");
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
    for (const Unread& unread : index_.sheet().unread) {
      out_.Add(Paint("1;31", "not read"), ": ", OneLine(unread.uri), ": ", OneLine(unread.reason), "\n");
    }
  }

  static std::string Count(size_t n, std::string_view one, std::string_view many) { return StrCat(n, " ", n == 1 ? one : many); }

  void WriteSummary() {
    const SheetSummary s = index_.Summary();
    std::string line = StrCat(Count(s.documents, "article", "articles"), ", ", Count(s.origins, "origin", "origins"), ": ",
                              Count(s.errors, "error", "errors"), ", ", Count(s.warnings, "warning", "warnings"), ", ",
                              Count(s.notes, "note", "notes"), "; ", Count(s.agreeing_groups, "group agrees", "groups agree"));
    if (s.fresh > 0) StrAppend(&line, "; ", s.fresh, " new");
    if (s.suppressed > 0) StrAppend(&line, "; ", s.suppressed, " set aside");
    if (!index_.sheet().unread.empty()) StrAppend(&line, "; ", index_.sheet().unread.size(), " not read");
    out_.Add(Paint("1", line), "\n");
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
