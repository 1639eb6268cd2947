// What news texts do that is hard to read: fixtures/phenomena holds one invented story a phenomenon (NN-name.txt) and what a
// careful editor marks in it (NN-name.want). A .want has lines of comment (#) and sections, each compared whole:
//   statements | figures | dates | names | stories
//   "... not yet": lines that are right and that the program does not give; the test fails as soon as it does
//   "... wrong now": lines that the program gives in their place
// CROSSCHECK_UPDATE=1 writes the sections anew: read the difference, it must be right.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/days.h"
#include "base/files.h"
#include "base/json.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "tests/paths.h"

namespace crosscheck {
namespace {

using Lines = std::vector<std::string>;

std::vector<std::string> PageNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFixtures + "/phenomena")) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string Days(const DayRange& days) {
  const std::string from = days.from ? FormatIsoDay(*days.from) : "";
  const std::string until = days.until ? FormatIsoDay(*days.until) : "";
  return from == until ? from : StrCat(from, "..", until);
}

// "Gazette > Ada Brook said: the dam is old (denied, said 2024-05-13)"; nested ones are indented.
std::string Show(const Record& record, const Statement& s) {
  const std::string& text = record.document.text;
  Lines sources;
  Lines parts;
  Lines cue;
  Lines notes;
  for (const Source& source : s.sources) sources.push_back(source.name);
  for (const Span part : s.content) parts.push_back(CollapseSpace(part.In(text)));
  for (const Span part : s.cue) cue.push_back(CollapseSpace(part.In(text)));
  if (s.polarity != Polarity::kAsserted) notes.push_back(std::string(JsonName(s.polarity)));
  if (!s.speech) notes.push_back("no speech");
  if (s.carried) notes.push_back("carried");
  if (s.said_on) notes.push_back(StrCat("said ", Days(*s.said_on)));
  std::string indent;
  for (std::string outer = s.nested_in; !outer.empty() && indent.size() < 20;) {
    indent += "  ";
    const auto it =
        std::find_if(record.statements.begin(), record.statements.end(), [&](const Statement& o) { return o.id == outer; });
    outer = it == record.statements.end() ? "" : it->nested_in;
  }
  return StrCat(indent, sources.empty() ? "nobody" : Join(sources, " > "), " | ", Join(cue, " "), " | ", Join(parts, " ... "),
                notes.empty() ? "" : StrCat(" (", Join(notes, ", "), ")"));
}

// "about 7,000 = ~7000 of containers"
std::string Show(const Record& record, const Figure& f) {
  static const std::map<Modifier, std::string> kSigns = {
      {Modifier::kExact, ""},    {Modifier::kApprox, "~"},   {Modifier::kAtLeast, ">="}, {Modifier::kMoreThan, ">"},
      {Modifier::kAtMost, "<="}, {Modifier::kLessThan, "<"}, {Modifier::kRange, ""},     {Modifier::kVague, "vague "}};
  const std::string low = f.low ? f.low->ToString() : "";
  const std::string high = f.high ? f.high->ToString() : "";
  std::string value = low == high || high.empty() ? low : low.empty() ? high : StrCat(low, "..", high);
  std::string out = StrCat(CollapseSpace(f.span.In(record.document.text)), " = ", kSigns.at(f.modifier), value);
  if (!f.unit.empty()) StrAppend(&out, " ", f.unit);
  if (f.kind == FigureKind::kAge || f.kind == FigureKind::kOrdinal) StrAppend(&out, " ", JsonName(f.kind));
  if (f.counted) StrAppend(&out, " of ", CollapseSpace(f.counted->text));
  if (f.portion == Portion::kAddition) StrAppend(&out, " (more)");
  return out;
}

std::string Show(const Record& record, const Timex& t) {
  std::string out = StrCat(CollapseSpace(t.span.In(record.document.text)), " = ", t.value);
  if (t.mod != TimexMod::kNone) StrAppend(&out, " ", JsonName(t.mod));
  return out;
}

std::string Show(const Record& record, const Name& n) {
  Lines forms;
  for (const Span mention : n.mentions) {
    const std::string form = CollapseSpace(mention.In(record.document.text));
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
  }
  std::string out = StrCat(n.name, " (", JsonName(n.kind), n.role.empty() ? "" : ", ", n.role, ")");
  if (forms.size() > 1 || forms.front() != n.name) StrAppend(&out, ": ", Join(forms, ", "));
  return out;
}

// "Crane falls at harbour (published 2024-05-15, --published)"
std::string Show(const Record& record, const Story& story) {
  const std::optional<Published>& published = story.published ? story.published : record.document.published;
  return StrCat(story.headline, published ? StrCat(" (published ", Days(published->days), ", ", published->evidence, ")") : "");
}

template <class Items>
Lines ShowAll(const Record& record, const Items& items) {
  Lines lines;
  for (const auto& item : items) lines.push_back(Show(record, item));
  return lines;
}

// A .want file: comments and sections in the order of the file.
struct Wanted {
  Lines comments;
  std::vector<std::pair<std::string, Lines>> sections;

  const Lines& Of(const std::string& name) const {
    static const Lines none;
    for (const auto& [section, lines] : sections) {
      if (section == name) return lines;
    }
    return none;
  }
};

Wanted ReadWanted(const std::string& path) {
  Wanted wanted;
  const auto content = ReadFile(path, 1 << 20);
  EXPECT_TRUE(content.ok()) << path;
  if (!content.ok()) return wanted;
  for (const std::string_view line : Split(*content, '\n')) {
    if (line.empty()) continue;
    if (line[0] == '#') {
      wanted.comments.emplace_back(line);
    } else if (line.substr(0, 2) == "  ") {
      EXPECT_FALSE(wanted.sections.empty()) << path << ": a line before the first section";
      if (!wanted.sections.empty()) wanted.sections.back().second.emplace_back(line.substr(2));
    } else {
      wanted.sections.emplace_back(std::string(line), Lines());
    }
  }
  return wanted;
}

bool Has(const Lines& lines, const std::string& line) { return std::find(lines.begin(), lines.end(), line) != lines.end(); }

class Phenomena : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const auto bytes = ReadFile(kFixtures + "/phenomena/" + GetParam() + ".txt", 1 << 20);
    ASSERT_TRUE(bytes.ok());
    static const Rulebook& rules = *new Rulebook(*Rulebook::Load({}));
    ReadHint hint;
    hint.uri = GetParam() + ".txt";
    const Day day = *ParseIsoDay("2024-05-15");  // a Wednesday
    hint.published = Published{{day, day}, "given"};
    std::vector<Unread> unread;
    std::vector<Document> documents = ReadAll(*bytes, hint, &unread);
    ASSERT_EQ(documents.size(), 1u);
    const Record record = Extract(std::move(documents.front()), rules);
    given_["statements"] = ShowAll(record, record.statements);
    given_["figures"] = ShowAll(record, record.figures);
    given_["dates"] = ShowAll(record, record.dates);
    given_["names"] = ShowAll(record, record.names);
    given_["stories"] = ShowAll(record, record.document.stories);
  }

  static std::string WantedPath() { return kFixtures + "/phenomena/" + GetParam() + ".want"; }

  // The file with what the program gives now; gaps that are closed and wrong lines that are gone are left out.
  std::string Rewritten(const Wanted& wanted) const {
    std::string out = Join(wanted.comments, "\n");
    for (const auto& [section, lines] : wanted.sections) {
      StrAppend(&out, "\n", section);
      const std::string base = section.substr(0, section.find(' '));
      const Lines& given = given_.at(base);
      const Lines& wrong = wanted.Of(base + " wrong now");
      for (const std::string& line : section == base ? given : lines) {
        const bool keep = section == base ? !Has(wrong, line) : (section == base + " not yet") != Has(given, line);
        if (keep) StrAppend(&out, "\n  ", line);
      }
    }
    return out + "\n";
  }

  std::map<std::string, Lines> given_;
};

TEST_P(Phenomena, AreReadAsAnEditorReadsThem) {
  const Wanted wanted = ReadWanted(WantedPath());
  if (std::getenv("CROSSCHECK_UPDATE") != nullptr) {
    ASSERT_TRUE(WriteFile(WantedPath(), Rewritten(wanted)).ok());
    return;
  }
  ASSERT_FALSE(wanted.sections.empty());
  for (const auto& [section, lines] : wanted.sections) {
    const std::string base = section.substr(0, section.find(' '));
    ASSERT_TRUE(given_.contains(base)) << section;
    const Lines& given = given_.at(base);
    if (section == base) {
      Lines right;
      for (const std::string& line : given) {
        if (!Has(wanted.Of(base + " wrong now"), line)) right.push_back(line);
      }
      EXPECT_EQ(Join(right, "\n"), Join(lines, "\n")) << section;
    } else if (section == base + " not yet") {
      for (const std::string& line : lines) EXPECT_FALSE(Has(given, line)) << "found now, a gap is closed: " << line;
    } else {
      ASSERT_EQ(section, base + " wrong now");
      for (const std::string& line : lines) EXPECT_TRUE(Has(given, line)) << "no longer given: " << line;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, Phenomena, testing::ValuesIn(PageNames()), [](const auto& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace crosscheck
