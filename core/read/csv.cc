#include "read/csv.h"

#include <algorithm>

#include "base/days.h"
#include "base/strings.h"
#include "read/charset.h"
#include "read/html_page.h"
#include "read/record_fields.h"

namespace crosscheck {
namespace {

constexpr std::string_view kDelimiters = ",;\t|";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kMaxColumns = 1000;
constexpr size_t kMaxName = 60;           // bytes of a column's name
constexpr size_t kFieldsOfATable = 4;     // known names that make a first line a header without a text column
constexpr int kFirstSerial = 30000;       // days since 1899-12-30, as spreadsheets count: 1982 to 2064
constexpr int kLastSerial = 60000;

bool IsLineEnd(char c) { return c == '\n' || c == '\r'; }

class RowReader {
 public:
  RowReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  // False at the end. `line`: where the row begins.
  bool Next(std::vector<std::string>* row, uint64_t* line) {
    row->clear();
    open_quote_ = false;
    while (at_ < text_.size() && IsLineEnd(text_[at_])) Step();
    if (at_ >= text_.size()) return false;
    *line = line_;
    for (;;) {
      row->push_back(Field());
      if (at_ >= text_.size()) return true;
      if (text_[at_] != delimiter_ || row->size() >= kMaxColumns) break;
      Step();
    }
    while (at_ < text_.size() && !IsLineEnd(text_[at_])) Step();
    return true;
  }
  // A quotation mark in the last row was never closed; it was taken as a mark of the text.
  bool open_quote() const { return open_quote_; }

 private:
  void Step() {
    const char c = text_[at_++];
    line_ += c == '\n' || (c == '\r' && (at_ >= text_.size() || text_[at_] != '\n')) ? 1 : 0;
  }

  std::string Field() {
    if (at_ < text_.size() && text_[at_] == '"') {
      const size_t at = at_;
      const uint64_t line = line_;
      std::string field;
      if (!never_closed_ && Quoted(&field)) return field;
      open_quote_ = true;
      at_ = at;
      line_ = line;
    }
    const size_t from = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && !IsLineEnd(text_[at_])) ++at_;
    return std::string(text_.substr(from, at_ - from));
  }

  // Does a field end at `at`?
  bool EndsAt(size_t at) const { return at >= text_.size() || text_[at] == delimiter_ || IsLineEnd(text_[at]); }

  // A field in quotation marks. Marks inside it are doubled, or have a backslash before them, or are left as they are. False where
  // it is not closed before the quoted field of a later row.
  bool Quoted(std::string* field) {
    const uint64_t first_line = line_;
    for (Step(); at_ < text_.size();) {
      const char c = text_[at_];
      if (c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] == '"' && !(at_ + 2 >= text_.size() || IsLineEnd(text_[at_ + 2]))) {
        *field += '"';
        at_ += 2;
        continue;
      }
      if (c == '"') {
        if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          *field += '"';
          at_ += 2;
          continue;
        }
        size_t after = at_ + 1;
        while (after < text_.size() && text_[after] == ' ') ++after;
        if (EndsAt(after)) {
          at_ = after;
          return true;
        }
        if (line_ > first_line && text_[at_ - 1] == delimiter_) return false;
      }
      *field += c;
      Step();
    }
    never_closed_ = true;
    return false;
  }

  std::string_view text_;
  char delimiter_;
  size_t at_ = 0;
  uint64_t line_ = 1;
  bool open_quote_ = false;
  bool never_closed_ = false;  // no mark from here on closes
};

struct Header {
  char delimiter = ',';
  size_t at = 0;                     // of the line with the names
  uint64_t lines_before = 0;         // a "sep=" line, empty lines
  std::vector<RecordField> fields;   // of each column
  size_t known = 0;
  bool Has(RecordField field) const { return std::find(fields.begin(), fields.end(), field) != fields.end(); }
};

// The first line as a header, past a line that names the separator.
Header ReadHeader(std::string_view text) {
  Header header;
  if (text.starts_with(kByteOrderMark)) header.at = kByteOrderMark.size();
  char named = '\0';
  std::string_view line;
  for (;;) {
    while (header.at < text.size() && (IsLineEnd(text[header.at]) || text[header.at] == ' ')) {
      header.lines_before += text[header.at] == '\n' ? 1 : 0;
      ++header.at;
    }
    line = text.substr(header.at, text.find_first_of("\r\n", header.at) - header.at);
    if (line.size() < 5 || line.size() > 6 || AsciiLower(line.substr(0, 4)) != "sep=") break;
    named = line[4];
    header.at += line.size();
  }
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  header.delimiter = named != '\0' ? named : *std::max_element(kDelimiters.begin(), kDelimiters.end(), [&](char a, char b) {
    return count(a) < count(b);
  });
  std::vector<std::string> names;
  uint64_t number = 0;
  if (!RowReader(line, header.delimiter).Next(&names, &number)) return header;
  int best[kRecordFields];
  std::fill(std::begin(best), std::end(best), 1 << 20);
  for (const std::string& name : names) {
    int rank = 0;
    const RecordField field = name.size() <= kMaxName ? FieldByName(Trim(name), &rank) : RecordField::kNone;
    header.fields.push_back(field);
    if (field == RecordField::kNone) continue;
    ++header.known;
    int& known = best[static_cast<size_t>(field)];
    if (rank >= known) {
      header.fields.back() = RecordField::kNone;
    } else if (known < (1 << 20)) {
      *std::find(header.fields.begin(), header.fields.end(), field) = RecordField::kNone;
      header.fields.back() = field;
    }
    known = std::min(known, rank);
  }
  return header;
}

// A header with a text, or with a title and a summary.
bool HasText(const Header& header) {
  const bool text = header.Has(RecordField::kText) || header.Has(RecordField::kHtml) ||
                    (header.Has(RecordField::kSummary) && header.Has(RecordField::kTitle));
  return text && header.known >= 2;
}

bool IsNamedTable(std::string_view uri) {
  const std::string lower = AsciiLower(uri);
  return lower.ends_with(".csv") || lower.ends_with(".tsv") || lower.ends_with(".tab");
}

// A spreadsheet's number of a day as that day.
std::string DayText(std::string value) {
  const std::string_view whole = std::string_view(value).substr(0, value.find('.'));
  if (whole.size() != 5 || !std::all_of(whole.begin(), whole.end(), [](char c) { return c >= '0' && c <= '9'; })) return value;
  const int serial = std::stoi(std::string(whole));
  if (serial < kFirstSerial || serial > kLastSerial) return value;
  return FormatIsoDay(*MakeDay(1899, 12, 30) + std::chrono::days(serial));
}

// What tables write for "nothing".
bool IsNothing(std::string_view value) {
  const std::string lower = AsciiLower(Trim(value.substr(0, 8)));
  return lower.empty() || lower == "nan" || lower == "none" || lower == "null" || lower == "nat" || lower == "n/a" || lower == "#n/a";
}

}  // namespace

bool MatchesCsv(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess || head.size() <= 8) return false;
  const Header header = ReadHeader(head);
  if (MatchesHtml(head.substr(header.at, head.find_first_of("\r\n", header.at) - header.at), hint)) return false;
  if (HasText(header)) return true;
  if (header.fields.size() < 2 || head.substr(header.at).starts_with('<')) return false;
  return IsNamedTable(hint.uri) || (header.known >= kFieldsOfATable && header.known * 2 >= header.fields.size());
}

std::vector<std::vector<std::string>> TableRows(std::string_view bytes) {
  const DecodedText decoded = DecodeText(bytes, "");
  const std::string_view text = decoded.text;
  const Header header = ReadHeader(text);
  RowReader rows(text.substr(std::min(header.at, text.size())), header.delimiter);
  std::vector<std::vector<std::string>> all;
  std::vector<std::string> row;
  uint64_t line = 0;
  while (rows.Next(&row, &line)) all.push_back(row);
  return all;
}

void ReadCsv(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const DecodedText decoded = DecodeText(bytes, hint.charset);
  const std::string_view text = decoded.text;
  const Header header = ReadHeader(text);
  if (!HasText(header)) {
    return sink.Refuse(hint.uri,
                       "a table without a text column: its first row must name the columns, one of them \"text\" (others are \"title\", "
                       "\"published\", \"url\", \"outlet\", \"authors\")");
  }
  RowReader rows(text.substr(std::min(header.at, text.size())), header.delimiter);
  std::vector<std::string> row;
  uint64_t line = 0;
  rows.Next(&row, &line);
  while (rows.Next(&row, &line)) {
    const std::string where = StrCat(hint.uri, ":", line + header.lines_before);
    while (row.size() > header.fields.size() && Trim(row.back()).empty()) row.pop_back();
    if (row.size() < 2) {
      sink.Refuse(where, "not a record: too few fields");
      continue;
    }
    if (row.size() > header.fields.size()) {
      sink.Refuse(where, StrCat("not read: ", row.size(), " fields, but the first row names ", header.fields.size(),
                                "; a field that holds the separator must stand in quotation marks"));
      continue;
    }
    DumpRecord record;
    for (size_t i = 0; i < row.size(); ++i) {
      const RecordField field = header.fields[i];
      if (IsNothing(row[i])) continue;
      if (field == RecordField::kPublished || field == RecordField::kModified) row[i] = DayText(std::move(row[i]));
      SetField(field, std::move(row[i]), &record);
    }
    if (rows.open_quote()) sink.Refuse(where, "a quotation mark that is never closed: taken as part of the text, up to the end of its line");
    if (!HasText(record)) {
      sink.Refuse(where, "a row without text");
      continue;
    }
    UseRecord(std::move(record), where, hint, sink);
  }
}

}  // namespace crosscheck
