#include "read/csv.h"

#include <algorithm>

#include "base/strings.h"
#include "read/charset.h"
#include "read/html_page.h"
#include "read/record_fields.h"

namespace crosscheck {
namespace {

constexpr std::string_view kDelimiters = ",;\t";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr size_t kMaxColumns = 1000;

class RowReader {
 public:
  RowReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  // False at the end. `line`: where the row begins.
  bool Next(std::vector<std::string>* row, uint64_t* line) {
    row->clear();
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) Step();
    if (at_ >= text_.size()) return false;
    *line = line_;
    for (;;) {
      row->push_back(Field());
      if (at_ >= text_.size()) return true;
      const char end = text_[at_];
      if (end == delimiter_ && row->size() < kMaxColumns) {
        Step();
        continue;
      }
      while (at_ < text_.size() && text_[at_] != '\n') Step();
      return true;
    }
  }

 private:
  void Step() { line_ += text_[at_++] == '\n' ? 1 : 0; }

  std::string Field() {
    std::string field;
    if (at_ < text_.size() && text_[at_] == '"') {
      Step();
      while (at_ < text_.size()) {
        if (text_[at_] == '"') {
          Step();
          if (at_ >= text_.size() || text_[at_] != '"') break;
        }
        field += text_[at_];
        Step();
      }
    }
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r') {
      field += text_[at_];
      Step();
    }
    return field;
  }

  std::string_view text_;
  char delimiter_;
  size_t at_ = 0;
  uint64_t line_ = 1;
};

struct Header {
  char delimiter = ',';
  std::vector<RecordField> fields;  // of each column
};

// The first line as a header; no fields where it is none.
Header ReadHeader(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::string_view line = text.substr(0, text.find('\n'));
  Header header;
  const auto count = [&](char c) { return std::count(line.begin(), line.end(), c); };
  header.delimiter =
      *std::max_element(kDelimiters.begin(), kDelimiters.end(), [&](char a, char b) { return count(a) < count(b); });
  std::vector<std::string> names;
  uint64_t number = 0;
  if (!RowReader(line, header.delimiter).Next(&names, &number)) return header;
  int best[static_cast<size_t>(RecordField::kNone)];
  std::fill(std::begin(best), std::end(best), 1 << 20);
  for (const std::string& name : names) {
    int rank = 0;
    const RecordField field = FieldByName(Trim(name), &rank);
    header.fields.push_back(field);
    if (field == RecordField::kNone) continue;
    int& known = best[static_cast<size_t>(field)];
    if (rank > known) {
      header.fields.back() = RecordField::kNone;
    } else if (known < (1 << 20)) {
      *std::find(header.fields.begin(), header.fields.end(), field) = RecordField::kNone;
      header.fields.back() = field;
    }
    known = std::min(known, rank);
  }
  return header;
}

bool HasText(const Header& header) {
  const auto known =
      std::count_if(header.fields.begin(), header.fields.end(), [](RecordField f) { return f != RecordField::kNone; });
  const bool text = std::any_of(header.fields.begin(), header.fields.end(),
                                [](RecordField f) { return f == RecordField::kText || f == RecordField::kHtml; });
  return text && known >= 2;
}

}  // namespace

bool MatchesCsv(std::string_view head, const ReadHint& hint) {
  if (hint.format != InputFormat::kGuess || head.size() <= 8) return false;
  return !MatchesHtml(head.substr(0, head.find('\n')), hint) && HasText(ReadHeader(head));
}

void ReadCsv(std::string_view bytes, const ReadHint& hint, const ReadSink& sink) {
  const DecodedText decoded = DecodeText(bytes, hint.charset);
  std::string_view text = decoded.text;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const Header header = ReadHeader(text);
  RowReader rows(text, header.delimiter);
  std::vector<std::string> row;
  uint64_t line = 0;
  rows.Next(&row, &line);
  while (rows.Next(&row, &line)) {
    const std::string where = StrCat(hint.uri, ":", line);
    if (row.size() < 2) {
      sink.Refuse(where, "not a record: too few fields");
      continue;
    }
    DumpRecord record;
    for (size_t i = 0; i < std::min(row.size(), header.fields.size()); ++i)
      SetField(header.fields[i], std::move(row[i]), &record);
    UseRecord(std::move(record), where, hint, sink);
  }
}

}  // namespace crosscheck
