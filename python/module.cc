// The Python module crosscheck._core: the library's calls on bundles that stay in C++. Bytes go in and out; the classes that people
// use are made of them in crosscheck/*.py. Every call that works on articles lets go of the interpreter while it runs.
#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/days.h"
#include "base/json.h"
#include "base/json_parts.h"
#include "base/parallel.h"
#include "base/strings.h"
#include "compare/state.h"
#include "compare/state_files.h"
#include "crosscheck/crosscheck.h"
#include "read/bundle.h"
#include "read/format.h"
#include "read/record_fields.h"
#include "record_lines.h"
#include "report/formats.h"
#include "report/reuse_formats.h"
#include "reuse/articles.h"
#include "reuse/reuse.h"
#include "rulebook/tables.h"

namespace nb = nanobind;

namespace crosscheck {
namespace {

struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void Check(const absl::Status& status) {
  if (!status.ok()) throw Failure(std::string(status.message()));
}

template <class T>
T Take(absl::StatusOr<T> result) {
  Check(result.status());
  return *std::move(result);
}

nb::bytes Bytes(const std::string& text) { return nb::bytes(text.data(), text.size()); }

std::string_view View(const nb::bytes& bytes) { return {static_cast<const char*>(bytes.data()), bytes.size()}; }

struct Bundle {
  ToolInfo maker;  // of the records; without a version where the lines told none
  std::vector<Record> records;
  std::vector<Unread> unread;
};

Rulebook Load(const std::vector<std::string>& paths) {
  const nb::gil_scoped_release released;
  return Take(Rulebook::Load(paths));
}

// `lines`: what the input "-" holds, as JSON lines.
Bundle ExtractInputs(const std::vector<std::string>& inputs, const nb::bytes& lines, const Rulebook& rules,
                     const std::optional<std::string>& published, int threads) {
  const std::string stdin_bytes(View(lines));
  const nb::gil_scoped_release released;
  BundleOptions options{.stdin_bytes = &stdin_bytes, .threads = threads, .rules = &rules};
  if (published) {
    const std::optional<Day> day = ParseIsoDay(*published);
    if (!day) throw Failure(StrCat("published=", *published, ": is not a day such as 2024-06-12"));
    options.published = Published{OneDay(*day), "--published"};
  }
  Bundle bundle;
  const auto extract = [&rules](Document document) { return Extract(std::move(document), rules); };
  bundle.records = MapDocuments(ListSources(inputs, options, &bundle.unread), options, extract, &bundle.unread);
  MakeRecordsDistinct(&bundle.records);
  bundle.maker = OwnMaker(rules);
  return bundle;
}

// Lines that `ToLines` made. An error names the line.
Bundle FromLines(const nb::bytes& lines, int threads) {
  const std::string_view text = View(lines);
  const nb::gil_scoped_release released;
  std::vector<std::string_view> rows = Split(text, '\n');
  std::erase_if(rows, [](std::string_view row) { return Trim(row).empty(); });
  std::vector<absl::StatusOr<Record>> parsed(rows.size());
  std::vector<ToolInfo> makers(rows.size());
  ParallelFor(rows.size(), threads, [&](size_t i) {
    const absl::StatusOr<Json> json = ParseJson(rows[i]);
    const absl::StatusOr<ToolInfo> maker = json.ok() ? ReadMaker(*json) : json.status();
    if (maker.ok()) makers[i] = *maker;
    parsed[i] = maker.ok() ? ReadRecord(*json) : maker.status();
  });
  Bundle bundle;
  for (size_t i = 0; i < parsed.size(); ++i) {
    if (!parsed[i].ok()) throw Failure(StrCat("record ", i + 1, ": ", parsed[i].status().message()));
    if (i > 0 && (makers[i].version != makers[0].version || makers[i].rules != makers[0].rules)) {
      throw Failure(StrCat("record ", i + 1, ": another version or other rules made it than record 1; extract it again"));
    }
    bundle.records.push_back(*std::move(parsed[i]));
  }
  if (!makers.empty()) bundle.maker = makers[0];
  MakeRecordsDistinct(&bundle.records);
  return bundle;
}

std::vector<nb::bytes> ToLines(const Bundle& bundle, bool with_text, int threads) {
  std::vector<std::string> lines(bundle.records.size());
  {
    const nb::gil_scoped_release released;
    ParallelFor(lines.size(), threads, [&](size_t i) { lines[i] = ToJson(bundle.records[i], bundle.maker, with_text); });
  }
  std::vector<nb::bytes> result;
  for (const std::string& line : lines) result.push_back(Bytes(line));
  return result;
}

// Notes on the sheet, JSON or the sheet's own CSV.
std::string ReadState(const nb::bytes& state, bool is_table) {
  std::string text(View(state));
  if (is_table) text = Take(StateFromTable(text));
  if (!text.empty()) Check(CheckState(text));
  return text;
}

Worksheet CompareBundle(const Bundle& bundle, const Rulebook& rules, const nb::bytes& state, bool state_is_table,
                        const nb::bytes& baseline, int threads) {
  CompareOptions options{.threads = threads, .state_json = ReadState(state, state_is_table), .baseline_json = std::string(View(baseline))};
  const ToolInfo own = OwnMaker(rules);
  if (!bundle.maker.version.empty() && (bundle.maker.version != own.version || bundle.maker.rules != own.rules)) {
    throw Failure("another version or other rules made these records than are in force; extract them again");
  }
  const nb::gil_scoped_release released;
  if (!options.baseline_json.empty()) Check(CheckBaseline(options.baseline_json));
  return Compare(bundle.records, rules, options, bundle.unread);
}

// The row of a table of formats that `format` names.
template <class Format>
const Format& Find(const std::vector<Format>& formats, std::string_view format) {
  for (const Format& known : formats) {
    if (known.name == format) return known;
  }
  throw Failure(StrCat(format, ": is not an output format"));
}

// What `write(Out&)` writes.
template <class WriteTo>
nb::bytes Written(const WriteTo& write) {
  std::string written;
  {
    const nb::gil_scoped_release released;
    Out out([&written](std::string_view piece) { return written.append(piece), true; });
    Check(write(out));
  }
  return Bytes(written);
}

nb::bytes WriteSheet(const Worksheet& sheet, const std::string& format, bool with_text, bool all) {
  const OutputFormat& known = Find(OutputFormats(), format);
  return Written([&](Out& out) { return known.write(sheet, {.with_text = with_text, .all = all}, out); });
}

nb::bytes WriteReuse(const Worksheet& sheet, const std::string& format) {
  const ReuseFormat& known = Find(ReuseFormats(), format);
  return Written([&](Out& out) { return known.write(sheet, ReuseArticles(sheet), out); });
}

Worksheet ReuseOf(const Bundle& bundle, const Rulebook& rules, uint32_t min_words, bool ignore_quotes, int threads) {
  const nb::gil_scoped_release released;
  return ReuseSheet(bundle.records, rules.tables(), threads, {min_words, ignore_quotes}, bundle.unread);
}

// Name and suffix of each row of a table of formats.
template <class Format>
std::vector<std::tuple<std::string, std::string>> Names(const std::vector<Format>& formats) {
  std::vector<std::tuple<std::string, std::string>> rows;
  for (const Format& format : formats) rows.emplace_back(format.name, format.suffix);
  return rows;
}

// Is a field of this name one of an article, in any of the spellings that dumps use; and one that holds its text?
bool IsField(const std::string& name) {
  int rank = 0;
  return FieldByName(name, &rank) != RecordField::kNone;
}
bool HoldsText(const std::string& name) {
  int rank = 0;
  const RecordField field = FieldByName(name, &rank);
  return field == RecordField::kText || field == RecordField::kHtml || field == RecordField::kSummary;
}

std::vector<std::tuple<std::string, std::string, bool>> UnreadOf(const Bundle& bundle) {
  std::vector<std::tuple<std::string, std::string, bool>> rows;
  for (const Unread& unread : bundle.unread) rows.emplace_back(unread.uri, unread.reason, IsLeftOut(unread));
  return rows;
}

}  // namespace
}  // namespace crosscheck

NB_MODULE(_core, m) {
  using namespace crosscheck;
  nb::exception<Failure>(m, "Error", PyExc_ValueError);
  nb::class_<Rulebook>(m, "Rulebook").def_prop_ro("fingerprint", &Rulebook::fingerprint);
  nb::class_<Bundle>(m, "Bundle")
      .def("__len__", [](const Bundle& bundle) { return bundle.records.size(); })
      .def_prop_ro("unread", &UnreadOf);
  nb::class_<Worksheet>(m, "Sheet");
  m.def("load", &Load);
  m.def("extract", &ExtractInputs, nb::arg("inputs"), nb::arg("lines"), nb::arg("rules"), nb::arg("published").none(), nb::arg("threads"));
  m.def("from_lines", &FromLines);
  m.def("to_lines", &ToLines);
  m.def("compare", &CompareBundle);
  m.def("write", &WriteSheet);
  m.def("formats", [] { return Names(OutputFormats()); });
  m.def("reuse", &ReuseOf);
  m.def("write_reuse", &WriteReuse);
  m.def("reuse_formats", [] { return Names(ReuseFormats()); });
  m.def("is_field", &IsField);
  m.def("holds_text", &HoldsText);
  m.def("version", [] { return std::string(Version()); });
}
