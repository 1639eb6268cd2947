// How it works: the package's relationships lead from its root to the workbook, and from there to the sheets, the strings that cells
// share and the styles, which say what number is a date. Names of parts are never guessed: writers choose their own. What the cells hold
// together is bounded, since a thousand of them may share one long string.
#include "read/spreadsheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>

#include "base/days.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "read/xml_reader.h"
#include "read/zip.h"

namespace crosscheck {
namespace {

constexpr const char* kNoWorkbook = "is no Excel workbook; save the sheet as .xlsx or .csv";
constexpr size_t kMaxColumns = 1024;  // a cell further right is left out: no sheet to be filled in is that wide
constexpr uint64_t kMaxText = 128 << 20;  // bytes of all cells: a sheet of 100,000 claims has half of it
constexpr double kMaxSerial = 2958465;  // 9999-12-31, the last day that Excel knows

struct Relationship {
  std::string kind;  // the last part of its type: "worksheet", "styles"
  std::string target;
};

// Targets as names in the package.
StringMap<Relationship> ReadRelationships(std::string_view text, std::string_view folder) {
  StringMap<Relationship> all;
  for (XmlReader xml(text); xml.Next();) {
    if (!xml.Starts("Relationship")) continue;
    const std::string type = xml.Attribute("Type");
    std::string target = xml.Attribute("Target");
    target = target.starts_with('/') ? target.substr(1) : StrCat(folder, target);
    all.emplace(xml.Attribute("Id"), Relationship{type.substr(type.rfind('/') + 1), std::move(target)});
  }
  return all;
}

const Relationship* OfKind(const StringMap<Relationship>& all, std::string_view kind) {
  for (const auto& [id, one] : all) {
    if (one.kind == kind) return &one;
  }
  return nullptr;
}

std::string FolderOf(std::string_view part) { return std::string(part.substr(0, part.rfind('/') + 1)); }

// "xl/_rels/workbook.xml.rels"
std::string RelationshipsOf(std::string_view part) { return StrCat(FolderOf(part), "_rels/", part.substr(part.rfind('/') + 1), ".rels"); }

// "_x000A_" is a line end and "_x005F_" an underscore: characters that XML does not hold, and what looks like them.
std::string Unescape(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    uint32_t code = 0;
    const std::string_view mark = text.substr(at, 7);
    const bool escaped = mark.size() == 7 && mark.starts_with("_x") && mark[6] == '_' &&
                         std::from_chars(mark.data() + 2, mark.data() + 6, code, 16).ptr == mark.data() + 6;
    if (!escaped) {
      out.push_back(text[at++]);
      continue;
    }
    if (code != '\r') AppendUtf8(code, &out);
    at += 7;
  }
  return out;
}

// The text of <si> or <is>: its runs, without the readings of Chinese characters.
class StringReader {
 public:
  void Take(const XmlReader& xml) {
    if (xml.Starts("rPh")) ++readings_;
    if (xml.Ends("rPh")) --readings_;
    if (xml.Starts("t")) in_text_ = readings_ == 0;
    if (xml.Ends("t")) in_text_ = false;
    if (in_text_ && xml.event() == XmlReader::Event::kText) text_ += xml.text();
  }
  std::string Finish() {
    std::string text = Unescape(text_);
    *this = StringReader();
    return text;
  }

 private:
  std::string text_;
  int readings_ = 0;
  bool in_text_ = false;
};

std::vector<std::string> ReadSharedStrings(std::string_view text) {
  std::vector<std::string> all;
  StringReader string;
  for (XmlReader xml(text); xml.Next();) {
    string.Take(xml);
    if (xml.Ends("si")) all.push_back(string.Finish());
  }
  return all;
}

std::optional<uint32_t> WholeNumber(std::string_view text) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// The formats of dates that every program knows by number, and own ones that name a day, a month or a year.
bool IsDateFormat(uint32_t id, const std::map<uint32_t, std::string>& own) {
  const auto it = own.find(id);
  if (it == own.end()) return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  bool quoted = false;
  bool in_brackets = false;
  for (size_t i = 0; i < it->second.size(); ++i) {
    const char c = it->second[i];
    if (c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '[' || c == ']')) {
      in_brackets = c == '[';
    } else if (!quoted && !in_brackets && std::string_view("dDyY").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

// By the number of the cell's style.
std::vector<bool> ReadDateStyles(std::string_view text) {
  std::map<uint32_t, std::string> own;
  std::vector<bool> styles;
  bool in_cells = false;
  for (XmlReader xml(text); xml.Next();) {
    if (xml.Starts("numFmt")) own[WholeNumber(xml.Attribute("numFmtId")).value_or(0)] = xml.Attribute("formatCode");
    if (xml.Starts("cellXfs")) in_cells = true;
    if (xml.Ends("cellXfs")) in_cells = false;
    if (in_cells && xml.Starts("xf")) styles.push_back(IsDateFormat(WholeNumber(xml.Attribute("numFmtId")).value_or(0), own));
  }
  return styles;
}

// "BC12" is column 54; nothing where it is no place of a cell.
std::optional<size_t> ColumnOf(std::string_view reference) {
  size_t column = 0;
  size_t letters = 0;
  for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z'; ++letters) {
    if (letters == 3) return std::nullopt;
    column = column * 26 + static_cast<size_t>(reference[letters] - 'A') + 1;
  }
  return letters == 0 ? std::nullopt : std::optional(column - 1);
}

struct Book {
  std::vector<std::string> shared;
  std::vector<bool> date_styles;
  bool from_1904 = false;  // days are counted from 1904-01-01
};

class SheetReader {
 public:
  SheetReader(const Book& book, uint64_t* left) : book_(book), left_(*left) {}  // `left`: of what cells may hold

  absl::Status Read(std::string_view text, Sheet* sheet) {
    XmlReader xml(text);
    while (xml.Next()) {
      Take(xml);
      if (xml.Ends("row")) {
        while (!row_.empty() && row_.back().empty()) row_.pop_back();
        if (!row_.empty()) sheet->rows.push_back(std::move(row_));
        row_.clear();
        next_ = 0;
      }
      if (too_large_) return absl::ResourceExhaustedError("its cells hold more text than any worksheet");
    }
    return xml.broken() ? absl::DataLossError(StrCat("a damaged workbook: the sheet \"", sheet->name, "\" ends early")) : absl::OkStatus();
  }

 private:
  void Take(const XmlReader& xml) {
    if (xml.Starts("c")) {
      column_ = ColumnOf(xml.Attribute("r")).value_or(next_);
      next_ = column_ + 1;
      type_ = xml.Attribute("t");
      style_ = WholeNumber(xml.Attribute("s")).value_or(0);
      value_.clear();
    }
    if (xml.Starts("v")) in_value_ = true;
    if (xml.Ends("v")) in_value_ = false;
    if (in_value_ && xml.event() == XmlReader::Event::kText) value_ += xml.text();
    if (xml.Starts("is")) in_string_ = true;
    if (in_string_) string_.Take(xml);
    if (xml.Ends("is")) in_string_ = false;
    if (xml.Ends("c")) Put(ValueOfCell());
  }

  std::string ValueOfCell() {
    if (type_ == "inlineStr") return string_.Finish();
    if (type_ == "s") {
      const auto index = WholeNumber(value_);
      return index && *index < book_.shared.size() ? book_.shared[*index] : "";
    }
    if (type_ == "str") return Unescape(value_);
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_.empty() || type_ == "n") return DateText().value_or(value_);
    return type_ == "d" ? value_.substr(0, value_.find('T')) : "";  // errors are no text
  }

  std::optional<std::string> DateText() const {
    if (style_ >= book_.date_styles.size() || !book_.date_styles[style_]) return std::nullopt;
    double serial = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), serial);
    if (error != std::errc() || end != value_.data() + value_.size() || !(serial >= 1) || serial > kMaxSerial) return std::nullopt;
    // Excel's 1900 has a 29 February that never was: days behind it are one ahead.
    const int days = static_cast<int>(std::floor(serial)) - (!book_.from_1904 && serial >= 60 ? 1 : 0);
    const Day first = book_.from_1904 ? Day(std::chrono::year(1904) / 1 / 1) : Day(std::chrono::year(1899) / 12 / 31);
    return FormatIsoDay(first + std::chrono::days(days));
  }

  void Put(std::string text) {
    if (column_ >= kMaxColumns || text.empty()) return;
    const uint64_t room = text.size() + (row_.size() <= column_ ? (column_ + 1 - row_.size()) * sizeof(std::string) : 0);
    if (room > left_) {
      too_large_ = true;
      return;
    }
    left_ -= room;
    if (row_.size() <= column_) row_.resize(column_ + 1);
    row_[column_] = std::move(text);
  }

  const Book& book_;
  uint64_t& left_;
  std::vector<std::string> row_;
  size_t column_ = 0, next_ = 0;
  uint32_t style_ = 0;
  std::string type_, value_;
  StringReader string_;
  bool in_value_ = false, in_string_ = false, too_large_ = false;
};

}  // namespace

absl::StatusOr<std::vector<Sheet>> ReadSpreadsheet(std::string_view bytes) {
  if (!IsZip(bytes)) return absl::InvalidArgumentError(kNoWorkbook);
  const absl::StatusOr<std::vector<ZipMember>> members = ListZip(bytes);
  if (!members.ok()) return absl::DataLossError("a damaged workbook: the file is cut off");
  uint64_t left = ZipAllowance(bytes);
  const auto part = [&](std::string_view name) { return UnzipNamed(*members, name, bytes, &left); };
  const auto damaged = [](std::string_view what) { return absl::DataLossError(StrCat("a damaged workbook: ", what, " cannot be read")); };
  const StringMap<Relationship> root = ReadRelationships(part("_rels/.rels"), "");
  const Relationship* main = OfKind(root, "officeDocument");
  const std::string workbook = main == nullptr ? "" : part(main->target);
  if (workbook.empty()) return absl::InvalidArgumentError(kNoWorkbook);
  const StringMap<Relationship> parts = ReadRelationships(part(RelationshipsOf(main->target)), FolderOf(main->target));
  Book book;
  if (const Relationship* shared = OfKind(parts, "sharedStrings")) {
    const std::string text = part(shared->target);
    if (text.empty()) return damaged("its texts");
    book.shared = ReadSharedStrings(text);
  }
  if (const Relationship* styles = OfKind(parts, "styles")) book.date_styles = ReadDateStyles(part(styles->target));
  std::vector<Sheet> sheets;
  std::vector<std::string> places;
  for (XmlReader xml(workbook); xml.Next();) {
    if (xml.Starts("workbookPr")) book.from_1904 = xml.Attribute("date1904") == "1" || xml.Attribute("date1904") == "true";
    if (!xml.Starts("sheet")) continue;
    const auto place = parts.find(xml.Attribute("id"));
    if (place == parts.end() || place->second.kind != "worksheet") continue;  // a sheet of a chart
    sheets.push_back({xml.Attribute("name"), {}});
    places.push_back(place->second.target);
  }
  uint64_t left_in_cells = kMaxText;
  for (size_t i = 0; i < sheets.size(); ++i) {
    const std::string text = part(places[i]);
    if (text.empty()) return damaged(StrCat("the sheet \"", sheets[i].name, "\""));
    const absl::Status status = SheetReader(book, &left_in_cells).Read(text, &sheets[i]);
    if (!status.ok()) return status;
  }
  return sheets;
}

}  // namespace crosscheck
