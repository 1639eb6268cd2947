// audit: reads the bundle, prints the ranked findings. compare does the same from extract's records.
#include "base/json.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "cli/pipeline.h"
#include "cli/stream.h"
#include "compare/state.h"
#include "compare/why_not.h"
#include "report/formats.h"

namespace crosscheck {
namespace {

// Flags are checked before the work, not after it.
absl::Status CheckFlags(const SheetFlags& flags, const CommonFlags& common, const std::vector<std::string>& inputs) {
  if (!flags.format.empty() && FormatByName(flags.format) == nullptr) {
    return absl::InvalidArgumentError(StrCat("--format ", flags.format, ": is not an output format"));
  }
  return CheckOutputs("--worksheet", flags.worksheets, {inputs, SettingsOf(common, flags.earlier.state)});
}

bool AtOrAbove(const Finding& finding, const std::string& threshold) {
  if (threshold == "never" || !IsOpen(finding)) return false;
  const Severity least = threshold == "error" ? Severity::kError : threshold == "note" ? Severity::kNote : Severity::kWarning;
  return finding.severity >= least;
}

}  // namespace

int TellWhyNot(std::vector<Record> records, const Rulebook& rules, const EventOptions& events, const SheetFlags& flags,
               const std::vector<Unread>& unread, Terminal& terminal) {
  const absl::StatusOr<WhyNot> why_not = ExplainWhyNot(std::move(records), rules, events, flags.why_not[0], flags.why_not[1]);
  if (!why_not.ok()) return terminal.Fail(why_not.status());
  terminal.Write(ToText(*why_not));
  return Finish(terminal, unread, kExitOk);
}

int PutOutSheet(const Worksheet& sheet, const SheetFlags& flags, const std::vector<Unread>& unread, Terminal& terminal) {
  if (const absl::Status status = PrintSheet(sheet, {.with_text = flags.with_text, .all = flags.all, .csv_bom = flags.csv_bom}, flags.format.empty() ? "text" : flags.format, terminal);
      !status.ok()) return terminal.Fail(status);
  bool failed = false;
  for (const std::string& path : flags.worksheets) {
    const absl::Status status = WriteSheetFile(sheet, {.with_text = flags.with_text, .all = true}, path);
    if (!status.ok()) terminal.Fail(status);
    failed = failed || !status.ok();
  }
  int code = kExitOk;
  for (const Finding& finding : sheet.findings) {
    if (AtOrAbove(finding, flags.fail_on)) code = kExitFindings;
  }
  return Finish(terminal, unread, failed ? kExitTrouble : code);
}

namespace {

// The end that audit and compare share: compares, then puts out.
int FinishSheet(ArticleBundle articles, const Rulebook& rules, const EventOptions& events, const SheetFlags& flags,
                const std::vector<Unread>& unread, Terminal& terminal) {
  if (!flags.why_not.empty()) return TellWhyNot(std::move(articles.records), rules, events, flags, unread, terminal);
  const absl::StatusOr<Worksheet> sheet = CompareBundle(std::move(articles), rules, events, flags.earlier, unread, terminal);
  if (!sheet.ok()) return terminal.Fail(sheet.status());
  return PutOutSheet(*sheet, flags, unread, terminal);
}

}  // namespace

int RunAudit(const AuditFlags& flags, Terminal& terminal) {
  if (flags.input.list) return ListInputs(flags.input, terminal);
  const std::vector<std::string> read = WithDrafts(flags.input.inputs, flags.drafts);
  if (const absl::Status status = CheckFlags(flags.sheet, flags.common, read); !status.ok()) return terminal.Fail(status);
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  if (!flags.store.empty()) return AuditStore(flags, *rules, terminal);
  std::vector<Unread> unread;
  absl::StatusOr<ArticleBundle> articles = ReadArticles(flags.input, flags.drafts, flags.common, *rules, terminal, &unread);
  if (!articles.ok()) return terminal.Fail(articles.status());
  return FinishSheet(*std::move(articles), *rules, OptionsOf(flags.events, flags.common), flags.sheet, std::move(unread), terminal);
}

int RunCompare(const CompareFlags& flags, Terminal& terminal) {
  if (flags.groups) return CompareGroups(flags, terminal);
  if (const absl::Status status = CheckFlags(flags.sheet, flags.common, flags.records); !status.ok()) return terminal.Fail(status);
  const absl::StatusOr<Rulebook> rules = Rulebook::Load(flags.common.rules);
  if (!rules.ok()) return terminal.Fail(rules.status());
  std::vector<Unread> unread;
  absl::StatusOr<std::vector<Record>> records = ReadRecords(flags.records, *rules, flags.common.threads, &unread);
  if (!records.ok()) return terminal.Fail(records.status());
  return FinishSheet({*std::move(records), ""}, *rules, OptionsOf(flags.events, flags.common), flags.sheet, std::move(unread), terminal);
}

}  // namespace crosscheck
