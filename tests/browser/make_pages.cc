// Writes the pages that the browser tests open into the folder named: sample.html, hostile.html, large.html.
#include <cstdio>

#include "base/files.h"
#include "tests/report/sample_sheet.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::string folder = argv[1];
  const std::pair<const char*, crosscheck::Worksheet> pages[] = {
      {"sample.html", crosscheck::SampleSheet()},
      {"hostile.html",
       crosscheck::SampleSheet("<script>document.title='broken'</script><img src=x onerror=alert(1)>\u202Eevil\u202C\"'")},
      {"large.html", crosscheck::LargeSheet(500, 40)},
  };
  for (const auto& [name, sheet] : pages) {
    const auto page = crosscheck::Write(sheet, "html");
    if (!page.ok() || !crosscheck::WriteFile(folder + "/" + name, *page).ok()) {
      std::fprintf(stderr, "cannot write %s\n", name);
      return 1;
    }
  }
  return 0;
}
