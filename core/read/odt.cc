#include "read/odt.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "read/archive.h"
#include "read/charset.h"
#include "read/office_text.h"
#include "read/xml_reader.h"
#include "read/zip.h"

namespace crosscheck {
namespace {

constexpr std::string_view kDocument = "application/vnd.oasis.opendocument.";
constexpr int kMaxSpaces = 64;  // of one mark for several

// Styles of the text itself: what they are made from, and which strike their text out.
struct Styles {
  StringMap<std::string> parents;
  StringSet struck;

  std::optional<SegmentRole> RoleOf(const std::string& name) const {
    const auto parent = parents.find(name);
    return RoleOfStyle(parent == parents.end() || parent->second.empty() ? name : parent->second);
  }
};

class ContentReader {
 public:
  void Read(std::string_view text) {
    for (XmlReader xml(text); xml.Next();) {
      const bool start = xml.event() == XmlReader::Event::kStart;
      if (skipped_ > 0 || (start && IsLeftOut(xml))) {
        if (start) ++skipped_;
        if (xml.event() == XmlReader::Event::kEnd) --skipped_;
      } else if (start) {
        Start(xml);
      } else if (xml.event() == XmlReader::Event::kEnd) {
        End(xml.name());
      } else if (paragraphs_ > 0) {
        out_.Add(SpacesOf(xml.text()));
      }
    }
  }

  std::vector<WrittenParagraph> Take() { return out_.Take(); }

 private:
  bool IsLeftOut(const XmlReader& xml) const {
    const std::string_view name = xml.name();
    if (name == "span") return styles_.struck.contains(xml.Attribute("style-name"));
    return name == "tracked-changes" || name == "note-citation" || name == "creator" || name == "date" || name == "date-string" ||
           name == "creator-initials" || name == "desc" || name == "sequence-decls" || name == "forms";
  }

  void Start(const XmlReader& xml) {
    const std::string_view name = xml.name();
    if (name == "style") {
      style_ = xml.Attribute("name");
      styles_.parents.emplace(style_, xml.Attribute("parent-style-name"));
    } else if (name == "text-properties") {
      const std::string line = xml.Attribute("text-line-through-style");
      if (!style_.empty() && !line.empty() && line != "none") styles_.struck.insert(style_);
    } else if (name == "p" || name == "h") {
      ++paragraphs_;
      out_.BeginParagraph();
      if (name == "h") out_.SetRole(SegmentRole::kSubhead);
      out_.SetRole(styles_.RoleOf(xml.Attribute("style-name")));
    } else if (name == "note") {
      out_.BeginNote(kFootnoteRole);
    } else if (name == "annotation") {
      out_.BeginNote(SegmentRole::kComment);
    } else if (name == "table-row") {
      out_.BeginRow();
    } else if (name == "table-cell") {
      out_.BeginCell();
    } else if (name == "s") {
      int count = 1;
      const std::string given = xml.Attribute("c");
      std::from_chars(given.data(), given.data() + given.size(), count);
      out_.Add(std::string(static_cast<size_t>(std::clamp(count, 1, kMaxSpaces)), ' '));
    } else if (name == "tab") {
      out_.Add("\t");
    } else if (name == "line-break") {
      out_.Add("\n");
    }
  }

  void End(std::string_view name) {
    if (name == "p" || name == "h") {
      --paragraphs_;
      out_.EndParagraph();
    } else if (name == "note" || name == "annotation") {
      out_.EndNote();
    } else if (name == "table-row") {
      out_.EndRow();
    } else if (name == "style") {
      style_.clear();
    }
  }

  // White space of the XML itself is one space.
  static std::string SpacesOf(std::string_view text) {
    std::string out(text);
    std::replace_if(out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return out;
  }

  Styles styles_;
  std::string style_;
  OfficeText out_;
  int skipped_ = 0;
  int paragraphs_ = 0;
};

// What the file says it is: "text", "spreadsheet" ...
std::string_view KindOf(std::string_view head) {
  if (!IsZip(head)) return "";
  const size_t at = head.substr(0, 256).find(kDocument);
  if (at == std::string_view::npos) return "";
  const std::string_view kind = head.substr(at + kDocument.size());
  return kind.substr(0, std::min<size_t>(kind.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), 32));
}

}  // namespace

bool MatchesOdt(std::string_view head, const ReadHint& hint) {
  return !KindOf(head).empty() || (IsZip(head) && AsciiLower(hint.uri).ends_with(".odt"));
}

void ReadOdt(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const std::string_view kind = KindOf(bytes);
  if (kind == "spreadsheet") return sink.Refuse(hint.uri, "a spreadsheet: save it as CSV");
  if (kind == "presentation" || kind == "graphics") return sink.Refuse(hint.uri, "slides or drawings: save their text");
  const absl::StatusOr<std::vector<ZipMember>> members = ListZip(bytes);
  if (!members.ok()) return sink.Refuse(hint.uri, std::string(members.status().message()));
  uint64_t left = ZipAllowance(bytes);
  const std::string content = DecodeText(UnzipNamed(*members, "content.xml", bytes, &left), "").text;
  if (content.empty()) return ReadZip(bytes, hint, sink);
  ContentReader reader;
  reader.Read(content);
  Manuscript manuscript;
  manuscript.paragraphs = reader.Take();
  UseManuscript(std::move(manuscript), hint, sink);
}

}  // namespace crosscheck
