#include "read/docx.h"

#include <vector>

#include "base/strings.h"
#include "read/archive.h"
#include "read/charset.h"
#include "read/office_text.h"
#include "read/xml_reader.h"
#include "read/zip.h"

namespace crosscheck {
namespace {

// The styles' own names by their ids, which may be of any language ("berschrift1" is "heading 1").
StringMap<std::string> ReadStyles(std::string_view text) {
  StringMap<std::string> names;
  std::string id;
  for (XmlReader xml(text); xml.Next();) {
    if (xml.Starts("style")) id = xml.Attribute("styleId");
    if (xml.Starts("name") && !id.empty()) names.emplace(id, xml.Attribute("val"));
    if (xml.Ends("style")) id.clear();
  }
  return names;
}

bool IsOn(const std::string& value) { return value != "0" && value != "false" && value != "none" && value != "off"; }

class PartReader {
 public:
  PartReader(const StringMap<std::string>& styles, OfficeText* out) : styles_(styles), out_(*out) {}

  // `note`: the element that holds one footnote or comment, in their parts; empty: in the document itself.
  void Read(std::string_view text, std::string_view note, SegmentRole role) {
    for (XmlReader xml(text); xml.Next();) {
      if (skipped_ > 0 || (xml.event() == XmlReader::Event::kStart && IsLeftOut(xml.name()))) {
        if (xml.event() == XmlReader::Event::kStart) ++skipped_;
        if (xml.event() == XmlReader::Event::kEnd) --skipped_;
        continue;
      }
      if (!note.empty() && xml.name() == note) {
        if (xml.event() == XmlReader::Event::kStart) {
          if (!xml.Attribute("type").empty()) {  // the line over the footnotes
            ++skipped_;
            continue;
          }
          out_.BeginNote(role);
        } else if (xml.event() == XmlReader::Event::kEnd) {
          out_.EndNote();
        }
      }
      Take(xml);
    }
  }

 private:
  // Deleted and moved text, field codes, what stands in for what old programs cannot show; a run that is struck out.
  bool IsLeftOut(std::string_view name) const {
    return name == "del" ? !in_paragraph_mark_ : name == "moveFrom" || name == "instrText" || name == "Fallback" || name == "delText";
  }

  void Take(const XmlReader& xml) {
    const std::string_view name = xml.name();
    switch (xml.event()) {
      case XmlReader::Event::kText:
        if (in_text_ && !run_hidden_) out_.Add(xml.text());
        break;
      case XmlReader::Event::kStart:
        Start(xml, name);
        break;
      case XmlReader::Event::kEnd:
        End(name);
        break;
    }
  }

  void Start(const XmlReader& xml, std::string_view name) {
    if (name == "p") {
      out_.BeginParagraph();
    } else if (name == "pPr") {
      in_paragraph_mark_ = true;
    } else if (name == "pStyle") {
      const std::string id = xml.Attribute("val");
      const auto style = styles_.find(id);
      out_.SetRole(RoleOfStyle(style == styles_.end() ? id : style->second));
    } else if (name == "del" && in_paragraph_mark_) {
      mark_deleted_ = true;
    } else if (name == "r") {
      run_hidden_ = false;
    } else if (!in_paragraph_mark_ && (name == "strike" || name == "dstrike" || name == "vanish")) {
      run_hidden_ = run_hidden_ || IsOn(xml.Attribute("val"));
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "tr") {
      out_.BeginRow();
    } else if (name == "tc") {
      out_.BeginCell();
    } else if (!run_hidden_) {
      Sign(xml, name);
    }
  }

  void Sign(const XmlReader& xml, std::string_view name) {
    if (name == "br") {
      if (xml.Attribute("type") != "page") out_.Add("\n");
    } else if (name == "tab" && !in_paragraph_mark_) {
      out_.Add("\t");
    } else if (name == "cr") {
      out_.Add("\n");
    } else if (name == "noBreakHyphen") {
      out_.Add("-");
    }
  }

  void End(std::string_view name) {
    if (name == "p") {
      if (mark_deleted_) out_.RunOn();
      out_.EndParagraph();
      mark_deleted_ = false;
    } else if (name == "pPr") {
      in_paragraph_mark_ = false;
    } else if (name == "t") {
      in_text_ = false;
    } else if (name == "r") {
      run_hidden_ = false;
    } else if (name == "tr") {
      out_.EndRow();
    }
  }

  const StringMap<std::string>& styles_;
  OfficeText& out_;
  int skipped_ = 0;  // elements open inside one that is left out
  bool in_text_ = false;
  bool in_paragraph_mark_ = false;
  bool mark_deleted_ = false;
  bool run_hidden_ = false;
};

// Other files of the same kind of container, by the name that people know.
std::string_view OtherOffice(const std::vector<ZipMember>& members) {
  for (const ZipMember& member : members) {
    if (member.name.starts_with("xl/")) return "a spreadsheet: save it as CSV";
    if (member.name.starts_with("ppt/")) return "slides: save their text";
  }
  return "";
}

}  // namespace

bool MatchesDocx(std::string_view head, const ReadHint& hint) {
  if (!IsZip(head)) return false;
  if (AsciiLower(hint.uri).ends_with(".docx")) return true;
  for (const std::string_view name : FirstZipNames(head)) {
    if (name == "[Content_Types].xml" || name.starts_with("word/")) return true;
  }
  return false;
}

void ReadDocx(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const absl::StatusOr<std::vector<ZipMember>> members = ListZip(bytes);
  if (!members.ok()) return sink.Refuse(hint.uri, std::string(members.status().message()));
  uint64_t left = ZipAllowance(bytes);
  const auto part = [&](std::string_view name) { return DecodeText(UnzipNamed(*members, name, bytes, &left), "").text; };
  const std::string body = part("word/document.xml");
  if (body.empty()) {
    const std::string_view other = OtherOffice(*members);
    return other.empty() ? ReadZip(bytes, hint, sink) : sink.Refuse(hint.uri, other);
  }
  const StringMap<std::string> styles = ReadStyles(part("word/styles.xml"));
  OfficeText text;
  PartReader(styles, &text).Read(body, "", SegmentRole::kBody);
  PartReader(styles, &text).Read(part("word/footnotes.xml"), "footnote", kFootnoteRole);
  PartReader(styles, &text).Read(part("word/endnotes.xml"), "endnote", kFootnoteRole);
  PartReader(styles, &text).Read(part("word/comments.xml"), "comment", SegmentRole::kComment);
  Manuscript manuscript;
  manuscript.paragraphs = text.Take();
  UseManuscript(std::move(manuscript), hint, sink);
}

}  // namespace crosscheck
