// The command line: the only place that knows CLI11. Fills the flags of a subcommand and runs it.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <functional>
#include <map>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/config.h"
#include "cli/flags.h"
#include "cli/manual.h"
#include "cli/suggest.h"
#include "cli/terminal.h"
#include "crosscheck/crosscheck.h"
#include "report/formats.h"

namespace crosscheck {
namespace {

using Words = std::vector<std::string>;

struct ConfigFlags {
  std::string path;
  bool off = false;
};

// All flags of all subcommands, and what the completions need to know of them.
struct CommandLine {
  CLI::App app{
      "Audits a bundle of news articles against each other: who said what, which figures and dates, where the articles\n"
      "agree, where they differ, what is copied. It never says what is true.",
      "crosscheck"};
  AuditFlags audit;
  CompareFlags compare;
  WorksheetFlags worksheet;
  ExtractFlags extract;
  RowsFlags events;
  AddFlags add;
  StoreFlags store;
  ReuseFlags reuse;
  StateFlags state;
  ExplainFlags explain;
  RulesFlags rules;
  std::string shell;
  ConfigFlags config;
  std::map<const CLI::Option*, Words> choices;
  std::map<const CLI::App*, Words> words;  // what a subcommand's first argument may be
  std::map<const CLI::App*, std::string> docs;
  std::map<const CLI::App*, std::string> details;
  std::map<const CLI::App*, Words> examples;
  std::string pages;  // folder for the manual pages and completions; empty: none asked for
};

// One of `choices`, with the nearest of them for a slip of the pen.
CLI::Validator OneOf(const Words& choices) {
  const auto check = [choices](const std::string& given) {
    if (std::find(choices.begin(), choices.end(), given) != choices.end()) return std::string();
    return StrCat(given, " is none of ", Join(choices, ", "), DidYouMean(given, choices));
  };
  return CLI::Validator(check, "");
}

CLI::Option* AddChoice(CommandLine& line, CLI::App* app, const char* name, std::string& value, Words choices, const char* doc) {
  CLI::Option* option = app->add_option(name, value, doc)->check(OneOf(choices))->type_name(Join(choices, "|"));
  line.choices[option] = std::move(choices);
  return option;
}

void AddText(CLI::App* app, const char* name, std::string& value, const char* type, const char* doc) {
  app->add_option(name, value, doc)->type_name(type);
}

void AddTexts(CLI::App* app, const char* name, Words& values, const char* type, const char* doc) {
  app->add_option(name, values, doc)->type_name(type)->allow_extra_args(false);
}

void AddCommon(CommandLine& line, CLI::App* app, CommonFlags& flags) {
  app->add_option("--threads", flags.threads, "threads; default: all cores; never changes the result")
      ->type_name("N")
      ->check(CLI::Range(0, 1024).description("").name(""));
  AddTexts(app, "--rules", flags.rules, "PATH", "a rule pack (file or folder) on top of the built-in rules; may be given again");
  app->add_flag("--quiet,-q", flags.quiet, "no talk on standard error but errors");
  AddChoice(line, app, "--color", flags.color, {"auto", "always", "never"},
            "colour; default: on a terminal, unless NO_COLOR is set");
  AddText(app, "--config", line.config.path, "FILE", "settings; default: .crosscheck.json beside the bundle or above");
  app->add_flag("--no-config", line.config.off, "reads no settings");
}

void AddInput(CommandLine& line, CLI::App* app, InputFlags& flags) {
  app->add_option("inputs", flags.inputs, "files, folders (read recursively), - for standard input")->type_name("INPUT...");
  AddChoice(line, app, "--input", flags.stdin_format, {"jsonl", "text", "html"}, "what - holds; default: jsonl");
  AddText(app, "--published", flags.published, "DATE", "publication date of pages that carry none, as 2024-06-12");
  app->add_flag("--list", flags.list, "only lists what would be read");
}

void AddEarlier(CLI::App* app, EarlierFlags& flags) {
  AddText(app, "--state", flags.state, "FILE", "what was noted on an earlier sheet: its JSON export, or the sheet as .xlsx or .csv");
  AddText(app, "--baseline", flags.baseline, "FILE", "an earlier run's JSON: marks findings as new, unchanged, absent");
}

void AddDraft(CLI::App* app, Words& drafts) {
  AddTexts(app, "--draft", drafts, "FILE", "checks this text against the INPUTs, its sources: what differs, and what is in none");
}

void AddCsvMark(CLI::App* app, bool& csv_bom) {
  app->add_flag("--csv-bom", csv_bom, "csv on standard output begins with a byte order mark, for Excel; a .csv file always does");
}

void AddEvents(CLI::App* app, EventFlags& flags) {
  app->add_flag("--one-event", flags.one_event, "takes all articles as reports of one event; default: stories are parted by event");
  app->add_option("--window", flags.window, "stories more days apart are of unlike events; default: 10, and any in a bundle of at most 30 stories")
      ->type_name("DAYS")
      ->check(CLI::Range(1, 100000).description("").name(""));
}

Words FormatNames() {
  Words names;
  for (const OutputFormat& format : OutputFormats()) names.emplace_back(format.name);
  return names;
}

void AddSheet(CommandLine& line, CLI::App* app, SheetFlags& flags) {
  AddChoice(line, app, "--format", flags.format, FormatNames(), "what is printed; default: text");
  AddTexts(app, "--worksheet,-o", flags.worksheets, "FILE", "writes the worksheet too, format by suffix; may be given again");
  AddChoice(line, app, "--fail-on", flags.fail_on, {"error", "warning", "note", "never"},
            "exit 1 where a finding is at least that severe; default: warning");
  app->add_option("--why-not", flags.why_not, "tells why two claims (a.html:f2) were not compared, or not shown as a difference")
      ->type_name("A B")
      ->expected(2)
      ->allow_extra_args(false);
  AddEarlier(app, flags.earlier);
  app->add_flag("--all", flags.all, "text: every finding, notes and set-aside ones too");
  app->add_flag("--text", flags.with_text, "json: documents with their text");
  AddCsvMark(app, flags.csv_bom);
}

// Help as this program prints it: the value's name after a flag and nothing else.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() {
    column_width(30);
    label("OPTIONS", "FLAGS");
    label("SUBCOMMAND", "COMMAND");
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_type_name().empty() || option->get_expected_max() == 0 ? "" : " " + option->get_type_name();
  }
  std::string make_positionals(const CLI::App* app) const override {
    const auto arguments = app->get_options([](const CLI::Option* o) { return o->get_positional(); });
    std::string out = arguments.empty() ? "" : "\nArguments:\n";
    for (const CLI::Option* option : arguments) {
      const std::string name = "  " + option->get_type_name();
      out += name + std::string(std::max<size_t>(2, get_column_width() - std::min(get_column_width(), name.size())), ' ') +
             option->get_description() + "\n";
    }
    return out;
  }
  // The first line of the description: the rest is for the command's own help.
  std::string make_subcommand(const CLI::App* command) const override {
    const std::string name = "  " + command->get_name();
    const std::string doc = command->get_description();
    return name + std::string(get_column_width() - name.size(), ' ') + doc.substr(0, doc.find('\n')) + "\n";
  }
  std::string make_description(const CLI::App* app) const override { return app->get_description() + "\n\n"; }
  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string out = "Usage: " + name + (app->get_parent() == nullptr ? " COMMAND [FLAGS]" : " [FLAGS]");
    for (const CLI::Option* option : app->get_options([](const CLI::Option* o) { return o->get_positional(); })) {
      out += " " + option->get_type_name();
    }
    return out + "\n";
  }
  std::string make_footer(const CLI::App* app) const override {
    return app->get_footer().empty() ? "" : app->get_footer() + "\n";
  }
};

CLI::App* AddCommand(CommandLine& line, const char* name, const char* doc, const char* details, const Words& examples) {
  CLI::App* app = line.app.add_subcommand(name, doc);
  line.details[app] = details;
  line.examples[app] = examples;
  app->description(StrCat(std::string_view(doc), "\n\n", std::string_view(details)));
  if (!examples.empty()) app->footer(StrCat("Examples:\n  ", Join(examples, "\n  ")));
  line.docs[app] = doc;
  return app;
}

void AddBundleCommands(CommandLine& line) {
  CLI::App* app = AddCommand(
      line, "audit", "reads a bundle of articles and prints what differs, most urgent first",
      "Rounding, bounds, other units, later updates and other things counted are no conflicts. Copies of one text count as\n"
      "one origin. The default view holds the sure findings, at most ten. With --draft: only what is about the draft, and each of\n"
      "its claims that a source tells otherwise or that none has.",
      {"crosscheck audit articles/", "crosscheck audit --all --worksheet sheet.html articles/",
       "crosscheck audit --format sarif --fail-on error articles/ > findings.sarif",
       "crosscheck audit --draft story.docx sources/", "crosscheck audit --why-not a.html:f2 b.html:f1 articles/"});
  AddInput(line, app, line.audit.input);
  AddDraft(app, line.audit.drafts);
  AddEvents(app, line.audit.events);
  AddText(app, "--store", line.audit.store, "DB", "audits the articles of a store (see add) instead of inputs");
  app->add_option("--since", line.audit.since, "of the store: marks findings as new, unchanged or absent since that run")
      ->type_name("RUN")
      ->check(CLI::Range(int64_t{1}, int64_t{1} << 40).description("").name(""));
  AddText(app, "--event", line.audit.event, "E", "of the store: prints only what is about that event (see events)");
  AddSheet(line, app, line.audit.sheet);
  AddCommon(line, app, line.audit.common);

  app = AddCommand(
      line, "worksheet", "writes the fact-check worksheet of a bundle",
      "The suffix says the format: .html .md .csv .xlsx .json .jsonl .txt .sarif .jsonld .claimreview.jsonld\n"
      ".prov.jsonld. The page works offline in any browser; what is noted on it is exported as JSON and comes back with --state.",
      {"crosscheck worksheet articles/ -o sheet.html", "crosscheck worksheet articles/ -o sheet.xlsx -o sheet.csv",
       "crosscheck worksheet articles/ -o sheet.html --state worksheet-state.json",
       "crosscheck worksheet --draft story.docx sources/ -o sheet.html"});
  AddInput(line, app, line.worksheet.input);
  AddDraft(app, line.worksheet.drafts);
  AddEvents(app, line.worksheet.events);
  AddTexts(app, "--output,-o", line.worksheet.outputs, "FILE", "the file, format by suffix; - is standard output; may be given again");
  AddChoice(line, app, "--format", line.worksheet.format, FormatNames(), "of -o -; default: html");
  AddCsvMark(app, line.worksheet.csv_bom);
  AddEarlier(app, line.worksheet.earlier);
  AddCommon(line, app, line.worksheet.common);

  app = AddCommand(
      line, "reuse", "finds duplicated text only: copies, shared passages, likely origins",
      "Families of copies, parts taken over, quotations, templates, and text that stands twice in one page; with what was\n"
      "changed inside the copied text. As a table (csv, xlsx, html) one row an article: family, title, outlet, time, share of its\n"
      "text that others print, words, earliest, likely origin and why.",
      {"crosscheck reuse articles/", "crosscheck reuse articles/ -o reuse.xlsx", "crosscheck reuse --show a.html b.html articles/"});
  AddInput(line, app, line.reuse.input);
  AddChoice(line, app, "--format", line.reuse.format, {"text", "json", "csv", "xlsx", "html"},
            "csv, xlsx, html: a table, one row an article; default: by the suffix of -o, else text on a terminal, json elsewhere");
  AddText(app, "--output,-o", line.reuse.output, "FILE", "writes to a file; - is standard output");
  AddCsvMark(app, line.reuse.csv_bom);
  app->add_option("--min-words", line.reuse.min_words, "shared passages of fewer words are not counted")
      ->type_name("N")
      ->check(CLI::Range(0, 100000).description("").name(""));
  app->add_option("--ignore", line.reuse.ignore, "quotes: words in quotation marks are not counted; boilerplate: no list of site furniture")
      ->type_name("quotes|boilerplate")
      ->allow_extra_args(false)
      ->check(OneOf({"quotes", "boilerplate"}));
  AddTexts(app, "--hide", line.reuse.hide, "OUTLET", "articles of that outlet are not listed; may be given again");
  app->add_option("--show", line.reuse.show, "two articles side by side")
      ->type_name("A B")
      ->expected(2)
      ->allow_extra_args(false)
      ->allow_extra_args(false);
  AddCommon(line, app, line.reuse.common);

  app = AddCommand(
      line, "extract", "finds statements, figures, dates and names; one record a line",
      "Each article by itself, in the order of the inputs, written as the work goes on. The records of many machines can be\n"
      "put together and compared.",
      {"crosscheck extract --format text article.html", "crosscheck extract --text articles/ > records.jsonl",
       "crosscheck extract --text --stream - < wire.jsonl > records.jsonl"});
  AddInput(line, app, line.extract.input);
  AddChoice(line, app, "--format", line.extract.format, {"jsonl", "text"}, "default: text on a terminal, else jsonl");
  app->add_flag("--text", line.extract.with_text, "records with the articles' text");
  app->add_flag("--stream", line.extract.stream,
                "for engines: reads JSON lines from -, answers each line by one line at once, what cannot be read too");
  AddCommon(line, app, line.extract.common);

  app = AddCommand(line, "compare", "audits from extract's records: audit X is extract --text X | compare -",
                   "Never opens an article: all it needs stands in the records.",
                   {"crosscheck extract --text articles/ | crosscheck compare -",
                    "crosscheck compare --format json monday.jsonl tuesday.jsonl"});
  app->add_option("records", line.compare.records, "files of records, - for standard input")->type_name("RECORDS...");
  app->add_flag("--groups", line.compare.groups,
                "for engines: reads lines {\"group\", \"record\"} sorted by group from -, gives a sheet a line for each group");
  AddEvents(app, line.compare.events);
  AddSheet(line, app, line.compare.sheet);
  AddCommon(line, app, line.compare.common);
}

void AddRowsCommands(CommandLine& line) {
  CLI::App* app = AddCommand(
      line, "events", "tells which stories report one event",
      "A line {\"id\", \"story\", \"event\"} for each story, by id and story. An event goes by its first story. What audit compares,\n"
      "it compares within an event.",
      {"crosscheck events articles/", "crosscheck events --records monday.jsonl"});
  AddInput(line, app, line.events.input);
  app->add_flag("--records", line.events.records, "the inputs are records that extract --text wrote, not articles");
  AddEvents(app, line.events.events);
  AddCommon(line, app, line.events.common);
}

void AddStoreCommands(CommandLine& line) {
  CLI::App* app = AddCommand(
      line, "add", "puts articles into a store that grows from run to run",
      "Articles that are there as they are are passed over; one of the same id and place that reads otherwise takes the place of\n"
      "the old one. audit --store then compares only the events whose stories changed. When it is stopped, what was put in stays.",
      {"crosscheck add --store desk.db articles/", "crosscheck audit --store desk.db", "crosscheck audit --store desk.db --since 1"});
  AddInput(line, app, line.add.input);
  AddText(app, "--store", line.add.store, "DB", "the store; made where it is not there");
  AddCommon(line, app, line.add.common);

  app = AddCommand(line, "store", "checks a store, prints what is in it, makes it smaller",
                   "check: is the file sound, and what it holds. export: the records, as extract --text prints them, or the notes.\n"
                   "vacuum: drops what no event of the last run asks for, and gives the room back.",
                   {"crosscheck store check desk.db", "crosscheck store export desk.db | crosscheck compare -",
                    "crosscheck store export --notes desk.db > notes.json"});
  line.words[app] = {"check", "export", "vacuum"};
  app->add_option("action", line.store.action, "check, export or vacuum")->type_name("ACTION")->check(OneOf(line.words[app]));
  app->add_option("store", line.store.path, "the store")->type_name("DB");
  app->add_flag("--notes", line.store.notes, "export: what people noted (--state), not the records");
  AddCommon(line, app, line.store.common);
}

void AddStateCommand(CommandLine& line) {
  CLI::App* app = AddCommand(line, "state", "puts together what two people noted on one bundle's sheets",
                             "All entries of both; where they note otherwise the last change counts, and the other is kept beside it. One sheet alone\n"
                             "becomes a state, which the page imports.",
                             {"crosscheck state merge anna.json ben.xlsx -o both.json",
                              "crosscheck worksheet articles/ --state both.json -o sheet.html"});
  line.words[app] = {"merge"};
  app->add_option("action", line.state.action, "merge")->type_name("ACTION")->check(OneOf(line.words[app]));
  app->add_option("files", line.state.files, "two states: exported from sheets, or the sheets as .xlsx or .csv")->type_name("FILE...");
  AddText(app, "--output,-o", line.state.output, "FILE", "the state of both; - is standard output");
  AddCommon(line, app, line.state.common);
}

void AddReferenceCommands(CommandLine& line) {
  CLI::App* app = AddCommand(
      line, "explain", "tells what a rule or a kind of finding means",
      "In the rule's own words, with its own examples: texts in which it finds something, and texts in which it must not.",
      {"crosscheck explain figure.differ", "crosscheck explain --format json quote.misquoted"});
  app->add_option("id", line.explain.id, "such as figure.differ; `crosscheck rules list` names them all")->type_name("ID");
  AddChoice(line, app, "--format", line.explain.format, {"text", "json"}, "default: text");
  AddCommon(line, app, line.explain.common);

  app = AddCommand(
      line, "rules", "lists the rules in force, runs their examples, prints schemas",
      "Rules are data. A pack given by --rules adds rules, replaces those of the same id, or turns one off.",
      {"crosscheck rules list", "crosscheck rules test --rules our-rules.json", "crosscheck rules schema > rules.schema.json"});
  line.words[app] = {"list", "test", "schema"};
  app->add_option("action", line.rules.action, "list (the default), test or schema")
      ->type_name("ACTION")
      ->check(OneOf(line.words[app]));
  app->add_option("what", line.rules.argument, "test: a rule's id; schema: rules, document, worksheet or reuse")
      ->type_name("WHAT");
  app->add_flag("--json", line.rules.json, "list: one JSON object a line");
  app->add_flag("--page", line.rules.page, "schema: as a Markdown page");
  AddCommon(line, app, line.rules.common);

  app = AddCommand(line, "completion", "prints a completion script for a shell", "Knows all commands, flags and their values.",
                   {"source <(crosscheck completion bash)", "crosscheck completion zsh > ~/.zfunc/_crosscheck",
                    "crosscheck completion fish > ~/.config/fish/completions/crosscheck.fish"});
  line.words[app] = {"bash", "zsh", "fish"};
  app->add_option("shell", line.shell, "bash, zsh or fish")->type_name("SHELL")->check(OneOf(line.words[app]));
}

std::vector<CommandHelp> HelpTable(const CommandLine& line) {
  std::vector<CommandHelp> table;
  for (const CLI::App* app : line.app.get_subcommands([](const CLI::App*) { return true; })) {
    CommandHelp command{app->get_name(), line.docs.at(app), line.details.at(app), line.examples.at(app), {}, {}, {}};
    if (const auto it = line.words.find(app); it != line.words.end()) command.words = it->second;
    for (const CLI::Option* option : app->get_options()) {
      FlagHelp flag;
      flag.value = option->get_expected_max() > 0 ? option->get_type_name() : "";
      if (option->get_positional()) {
        flag.doc = option->get_description();
        command.arguments.push_back(std::move(flag));
        continue;
      }
      for (const std::string& name : option->get_lnames()) flag.names.push_back(StrCat("--", name));
      for (const std::string& name : option->get_snames()) flag.names.push_back(StrCat("-", name));
      flag.doc = option->get_description();
      flag.takes_value = option->get_expected_max() > 0;
      if (const auto it = line.choices.find(option); it != line.choices.end()) flag.choices = it->second;
      command.flags.push_back(std::move(flag));
    }
    table.push_back(std::move(command));
  }
  return table;
}

int Complain(std::string_view message) {
  Terminal(CommonFlags()).Trouble(message);
  return kExitTrouble;
}

// A command line that CLI11 refused: what is wrong, with the nearest known word.
int Refuse(const CommandLine& line, const CLI::ParseError& error) {
  const std::vector<CommandHelp> table = HelpTable(line);
  for (const std::string& extra : line.app.remaining(true)) {
    Words known;
    for (const CommandHelp& command : table) {
      if (!line.app.got_subcommand(command.name)) continue;
      for (const FlagHelp& flag : command.flags) known.insert(known.end(), flag.names.begin(), flag.names.end());
    }
    if (extra.starts_with("-"))
      return Complain(StrCat(extra, ": no such flag", DidYouMean(extra.substr(0, extra.find('=')), known)));
    return Complain(StrCat(extra, ": is not expected here"));
  }
  return Complain(error.what());
}

absl::Status ApplyConfig(const CommandLine& line, CLI::App* command, const std::string& first_input) {
  if (line.config.off) return absl::OkStatus();
  const std::string path = line.config.path.empty() ? FindConfig(first_input) : line.config.path;
  if (path.empty()) return absl::OkStatus();
  const absl::StatusOr<Config> config = ReadConfig(path);
  if (!config.ok()) return config.status();
  for (const auto& [name, values] : config->values) {
    CLI::Option* option = command->get_option_no_throw(name);
    if (option == nullptr || option->count() > 0) continue;
    try {
      for (const std::string& value : values) option->add_result(value);
      option->run_callback();
    } catch (const CLI::ParseError& error) {
      return absl::InvalidArgumentError(StrCat(path, ": ", std::string_view(error.what())));
    }
  }
  return absl::OkStatus();
}

std::string_view WhatIsMissing(const CLI::App& command) {
  const CLI::Option* draft = command.get_option_no_throw("--draft");
  if (draft != nullptr && draft->count() > 0) return "source for the draft";
  const std::string name = command.get_name();
  return name == "explain" ? "rule" : name == "state" || name == "store" ? "action" : name == "compare" ? "records" : "input";
}

// Runs `run` once the command's settings are in; `needed` empty: says what is missing.
template <class Run>
int Start(const CommandLine& line, CLI::App* command, const Words& needed, const CommonFlags& common, const Run& run) {
  if (needed.empty() || needed.front().empty()) {
    if (isatty(STDERR_FILENO) == 1) std::fputs(command->help().c_str(), stderr);
    return Complain(
        StrCat(command->get_name(), ": names no ", WhatIsMissing(*command), "; `crosscheck ", command->get_name(), " --help` tells more"));
  }
  if (const absl::Status status = ApplyConfig(line, command, needed.front()); !status.ok())
    return Complain(std::string(status.message()));
  Terminal terminal(common);
  return run(terminal);
}

int Dispatch(CommandLine& line) {
  CLI::App* command = line.app.get_subcommands().front();
  const auto start = [&](const Words& needed, const auto& flags, const auto& run) {
    return Start(line, command, needed, flags.common, [&](Terminal& terminal) { return run(flags, terminal); });
  };
  const std::string& name = command->get_name();
  if (name == "audit") return start(line.audit.store.empty() ? line.audit.input.inputs : Words{line.audit.store}, line.audit, RunAudit);
  if (name == "add") return start(line.add.input.inputs, line.add, RunAdd);
  if (name == "store") return start({line.store.action}, line.store, RunStore);
  if (name == "worksheet") return start(line.worksheet.input.inputs, line.worksheet, RunWorksheet);
  if (name == "reuse") return start(line.reuse.input.inputs, line.reuse, RunReuse);
  if (name == "extract") return start(line.extract.input.inputs, line.extract, RunExtract);
  if (name == "compare") return start(line.compare.records, line.compare, RunCompare);
  if (name == "events") return start(line.events.input.inputs, line.events, RunEvents);
  if (name == "state") return start({line.state.action}, line.state, RunState);
  if (name == "explain") return start({line.explain.id}, line.explain, RunExplain);
  if (name == "rules") return start({line.rules.action.empty() ? "list" : line.rules.action}, line.rules, RunRules);
  Terminal terminal{CommonFlags()};
  const std::vector<CommandHelp> table = HelpTable(line);
  if (line.shell.empty()) return Complain("completion: names no shell: bash, zsh or fish");
  terminal.Write(line.shell == "bash"  ? BashCompletion(table)
                 : line.shell == "zsh" ? ZshCompletion(table)
                                       : FishCompletion(table));
  return kExitOk;
}

// What the build installs: manual pages and completions, into a folder.
int WritePages(const CommandLine& line) {
  const std::vector<CommandHelp> table = HelpTable(line);
  std::vector<std::pair<std::string, std::string>> files = ManualPages(table, std::string(Version()));
  files.push_back({"crosscheck.bash", BashCompletion(table)});
  files.push_back({"_crosscheck", ZshCompletion(table)});
  files.push_back({"crosscheck.fish", FishCompletion(table)});
  for (const auto& [name, text] : files) {
    if (const absl::Status status = WriteFile(StrCat(line.pages, "/", name), text); !status.ok()) {
      return Complain(std::string(status.message()));
    }
  }
  return kExitOk;
}

// `help` and `help COMMAND` as people try them.
int Help(const CommandLine& line, const Words& words) {
  const CLI::App* app = &line.app;
  if (words.size() > 2) {
    const auto all = line.app.get_subcommands([](const CLI::App*) { return true; });
    const auto it = std::find_if(all.begin(), all.end(), [&](const CLI::App* known) { return known->get_name() == words[2]; });
    Words names;
    for (const CLI::App* known : all) names.push_back(known->get_name());
    if (it == all.end()) return Complain(StrCat(words[2], ": no such command", DidYouMean(words[2], names)));
    app = *it;
  }
  std::fputs(app->help(app == &line.app ? "" : "crosscheck").c_str(), stdout);
  return kExitOk;
}

// Memory that is not to be had ends the work with a word and the exit status of trouble, on whichever thread it was asked for. Outputs are
// renamed into place when they are whole, so nothing half written is left under its name.
[[noreturn]] void OutOfMemory() {
  constexpr std::string_view kWords = "crosscheck: out of memory: give it more, or fewer articles at once\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, kWords.data(), kWords.size());
  _exit(kExitTrouble);
}

int Main(int argc, char** argv) {
  std::set_new_handler(OutOfMemory);
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is no error: writes say so
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no further is an error, and no end
  CommandLine line;
  line.app.set_version_flag("--version", StrCat("crosscheck ", Version()));
  line.app.require_subcommand(0, 1);
  line.app.formatter(std::make_shared<HelpFormatter>());
  line.app.add_option("--write-pages", line.pages)->group("");
  AddBundleCommands(line);
  AddRowsCommands(line);
  AddStoreCommands(line);
  AddStateCommand(line);
  AddReferenceCommands(line);
  if (argc < 2) {
    std::fputs(line.app.help().c_str(), stderr);
    return kExitTrouble;
  }
  const std::string first = argv[1];
  if (first == "help") return Help(line, Words(argv, argv + argc));
  Words names;
  for (const CommandHelp& command : HelpTable(line)) names.push_back(command.name);
  if (!first.starts_with("-") && std::find(names.begin(), names.end(), first) == names.end()) {
    return Complain(StrCat(first, ": no such command", DidYouMean(first, names), "; there are ", Join(names, ", ")));
  }
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::Success& done) {
    return line.app.exit(done);  // --help, --version
  } catch (const CLI::ParseError& error) {
    return Refuse(line, error);
  }
  if (!line.pages.empty()) return WritePages(line);
  if (line.app.get_subcommands().empty()) return Complain(StrCat("names no command; there are ", Join(names, ", ")));
  return Dispatch(line);
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) { return crosscheck::Main(argc, argv); }
