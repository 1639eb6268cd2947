// Writes the pages that the browser tests open into the folder named; with a state after it, the sample's page as it is with --state.
#include <cstdio>

#include "base/files.h"
#include "compare/state.h"
#include "tests/paths.h"
#include "tests/report/sample_sheet.h"

namespace crosscheck {
namespace {

// Six articles on one event, read, extracted and compared as the program does it.
Worksheet SixArticles() {
  const Rulebook rules = Rulebook::Load({}).value();
  std::vector<Record> records;
  std::vector<Unread> unread;
  for (const char* name : {"a-skarholm-post.html", "b-coast-courier.html", "c-morning-ledger.html", "d-island-radio.html", "e-dock-weekly.html"}) {
    const std::string bytes = ReadFile(StrCat(kFixtures, "/bundles/harbour/", name), 1 << 20).value();
    for (Document& document : ReadAll(bytes, {.uri = name}, &unread)) records.push_back(Extract(std::move(document), rules));
  }
  Document sixth = records[0].document;
  sixth.id = sixth.uri = "f-evening-mail.html";
  records.push_back(Extract(std::move(sixth), rules));
  return Compare(std::move(records), rules, {});
}

int WriteAll(const std::string& folder, const std::string& state) {
  Worksheet sample = SampleSheet();
  ApplyState(state, "", &sample);
  const std::pair<const char*, Worksheet> pages[] = {
      {"sample.html", std::move(sample)},
      {"hostile.html", SampleSheet("<script>document.title='broken'</script><img src=x onerror=alert(1)>\u202Eevil\u202C\"'")},
      {"six.html", SixArticles()},
      {"articles-5.html", LargeSheet(5, 40)},
      {"articles-50.html", LargeSheet(50, 40)},
      {"articles-200.html", LargeSheet(200, 40)},
      {"large.html", LargeSheet(500, 40)},
  };
  for (const auto& [name, sheet] : pages) {
    if (!state.empty() && std::string_view(name) != "sample.html") continue;
    const auto page = Write(sheet, "html");
    const auto csv = Write(sheet, "csv");
    const std::string path = StrCat(folder, "/", name);
    if (!page.ok() || !csv.ok() || !WriteFile(path, *page).ok() || !WriteFile(path + ".csv", *csv).ok()) {
      std::fprintf(stderr, "cannot write %s\n", name);
      return 1;
    }
  }
  return 0;
}

}  // namespace
}  // namespace crosscheck

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) return 2;
  std::string state;
  if (argc == 3) state = crosscheck::ReadFile(argv[2], 1 << 20).value();
  return crosscheck::WriteAll(argv[1], state);
}
