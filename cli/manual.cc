#include "cli/manual.h"

#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr std::string_view kAbout =
    "Reads a bundle of news articles and tells who said what, which figures and dates, where the articles agree, where they "
    "differ, "
    "and what is copied from whom. It never says what is true.";

constexpr std::pair<std::string_view, std::string_view> kExits[] = {
    {"0", "Nothing to flag, or nothing at or above --fail-on."},
    {"1", "audit, compare: findings at or above --fail-on. rules test: an example failed."},
    {"2", "The work could not be done, or an input could not be read; standard error tells why. The others were read."}};

constexpr std::pair<std::string_view, std::string_view> kEnvironment[] = {
    {"NO_COLOR", "Set to anything: no colour, unless --color=always."},
    {"TERM", "dumb: no colour."},
    {"COLUMNS", "The width of the text where standard output is no terminal."}};

constexpr std::pair<std::string_view, std::string_view> kFiles[] = {
    {".crosscheck.json",
     "Flags that hold for a bundle, beside it or in a folder above, as one JSON object: rules, threads, published, fail-on, "
     "color, "
     "state, baseline. Paths are relative to the file. A flag on the command line wins."}};

// Text that troff takes as it is.
std::string Troff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      const bool starts_line = out.empty() || out.back() == '\n';
      if (starts_line && (c == '.' || c == '\'')) out += "\\&";
      out += c;
    }
  }
  return out;
}

std::string Head(const std::string& name, std::string_view doc, const std::string& version) {
  std::string upper = name;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return StrCat(".TH ", upper, " 1 \"\" \"crosscheck ", version, "\" \"crosscheck manual\"\n.SH NAME\n", Troff(name), " \\- ",
                Troff(doc), "\n.SH SYNOPSIS\n");
}

template <class Rows>
void AddTerms(std::string_view title, const Rows& rows, std::string* out) {
  StrAppend(out, ".SH ", title, "\n");
  for (const auto& [term, doc] : rows) StrAppend(out, ".TP\n.B ", Troff(term), "\n", Troff(doc), "\n");
}

void AddFlag(const FlagHelp& flag, std::string* out) {
  std::vector<std::string> names;
  for (const std::string& name : flag.names) names.push_back(StrCat("\\fB", Troff(name), "\\fR"));
  StrAppend(out, ".TP\n", Join(names, ", "), flag.value.empty() ? "" : StrCat(" \\fI", Troff(flag.value), "\\fR"), "\n",
            Troff(flag.doc), "\n");
}

std::string PageOf(const CommandHelp& command, const std::string& version) {
  std::string out = Head(StrCat("crosscheck-", command.name), command.doc, version);
  StrAppend(&out, ".B crosscheck ", command.name, "\n[\\fIFLAGS\\fR]");
  for (const FlagHelp& argument : command.arguments) StrAppend(&out, " \\fI", Troff(argument.value), "\\fR");
  StrAppend(&out, "\n.SH DESCRIPTION\n", Troff(command.details), "\n");
  for (const FlagHelp& argument : command.arguments) AddFlag(argument, &out);
  out += ".SH FLAGS\n";
  for (const FlagHelp& flag : command.flags) AddFlag(flag, &out);
  if (!command.examples.empty()) {
    out += ".SH EXAMPLES\n.nf\n";
    for (const std::string& example : command.examples) StrAppend(&out, Troff(example), "\n");
    out += ".fi\n";
  }
  AddTerms("EXIT STATUS", kExits, &out);
  out += ".SH SEE ALSO\n.BR crosscheck (1)\n";
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> ManualPages(const std::vector<CommandHelp>& commands,
                                                             const std::string& version) {
  std::vector<std::pair<std::string, std::string>> pages;
  std::string main = Head("crosscheck", "audits a bundle of news articles against each other", version);
  StrAppend(&main, ".B crosscheck\n\\fICOMMAND\\fR [\\fIFLAGS\\fR] \\fIINPUT\\fR...\n.SH DESCRIPTION\n", Troff(kAbout),
            "\n.SH COMMANDS\n");
  for (const CommandHelp& command : commands) {
    StrAppend(&main, ".TP\n.BR crosscheck\\-", command.name, " (1)\n", Troff(command.doc), "\n");
    pages.push_back({StrCat("crosscheck-", command.name, ".1"), PageOf(command, version)});
  }
  AddTerms("EXIT STATUS", kExits, &main);
  AddTerms("ENVIRONMENT", kEnvironment, &main);
  AddTerms("FILES", kFiles, &main);
  pages.push_back({"crosscheck.1", std::move(main)});
  return pages;
}

}  // namespace crosscheck
