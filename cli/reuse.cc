// reuse: duplicated text only.
#include "reuse/reuse.h"

#include <algorithm>

#include "base/files.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "cli/suggest.h"
#include "report/cells.h"
#include "report/reuse_formats.h"
#include "report/reuse_text.h"
#include "reuse/articles.h"
#include "rulebook/rule.h"
#include "rulebook/tables.h"

namespace crosscheck {
namespace {

bool ToFile(const ReuseFlags& flags) { return !flags.output.empty() && flags.output != "-"; }

// Null: the file's suffix says no format.
const ReuseFormat* FormatOf(const ReuseFlags& flags, const Terminal& terminal) {
  std::string_view name = flags.format;
  if (name.empty() && !ToFile(flags)) name = terminal.out_is_terminal() ? "text" : "json";
  for (const ReuseFormat& format : ReuseFormats()) {
    if (name.empty() ? flags.output.ends_with(format.suffix) : format.name == name) return &format;
  }
  return nullptr;
}

// A table for a spreadsheet begins with a byte order mark.
void Mark(const ReuseFormat& format, bool wanted, Out& out) {
  if (wanted && format.name == "csv") out.Add(kByteOrderMark);
}

absl::Status WriteOut(const Worksheet& sheet, const std::vector<ReuseArticle>& rows, const ReuseFormat& format, const ReuseFlags& flags, Terminal& terminal) {
  if (!ToFile(flags)) {
    Out out([&](std::string_view piece) { return terminal.Write(piece); });
    Mark(format, flags.csv_bom, out);
    return format.write(sheet, rows, out);
  }
  absl::StatusOr<FileSink> file = FileSink::Open(flags.output);
  if (!file.ok()) return file.status();
  Out out([&](std::string_view piece) { return file->Write(piece); });
  Mark(format, true, out);
  absl::Status status = format.write(sheet, rows, out);
  out.Flush();
  if (!status.ok()) return status;
  status = file->Close();
  if (status.ok()) terminal.Say(StrCat(flags.output, " written"));
  return status;
}

bool Ignores(const ReuseFlags& flags, std::string_view what) {
  return std::find(flags.ignore.begin(), flags.ignore.end(), what) != flags.ignore.end();
}

// --show names documents by their ids.
absl::Status CheckId(const Worksheet& sheet, const std::string& id) {
  std::vector<std::string> known;
  for (const Record& record : sheet.documents) {
    if (record.document.id == id) return absl::OkStatus();
    known.push_back(record.document.id);
  }
  const std::string nearest = DidYouMean(id, known);
  return absl::NotFoundError(StrCat("--show ", id, ": no such article", nearest.empty() ? "; --list names them" : nearest));
}

}  // namespace

int RunReuse(const ReuseFlags& flags, Terminal& terminal) {
  if (flags.input.list) return ListInputs(flags.input, terminal);
  const ReuseFormat* format = FormatOf(flags, terminal);
  if (format == nullptr) {
    return terminal.Fail(
        absl::InvalidArgumentError(StrCat("-o ", flags.output, ": no format has this suffix; known are .txt .json .csv .xlsx .html")));
  }
  if (ToFile(flags)) {
    const absl::Status status = CheckNotRead("-o", flags.output, {flags.input.inputs, SettingsOf(flags.common, "")});
    if (!status.ok()) return terminal.Fail(status);
  }
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  std::vector<Unread> unread;
  absl::StatusOr<std::vector<Record>> records = ExtractBundle(flags.input, flags.common, *rules, terminal, &unread);
  if (!records.ok()) return terminal.Fail(records.status());
  const ReuseOptions options{static_cast<uint32_t>(flags.min_words), Ignores(flags, "quotes")};
  Worksheet sheet = ReuseSheet(*std::move(records), rules->tables(), flags.common.threads, options, unread);
  if (Ignores(flags, "boilerplate")) sheet.carried.clear();
  HideOutlets(flags.hide, &sheet);
  if (!flags.show.empty()) {
    for (const std::string& id : flags.show) {
      if (const absl::Status status = CheckId(sheet, id); !status.ok()) return terminal.Fail(status);
    }
    terminal.Write(ShowPair(sheet, flags.show[0], flags.show[1], terminal.width()));
  } else if (const absl::Status status = WriteOut(sheet, ReuseArticles(sheet), *format, flags, terminal); !status.ok()) {
    return terminal.Fail(status);
  }
  return Finish(terminal, unread, kExitOk);
}

}  // namespace crosscheck
