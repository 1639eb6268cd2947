// Files embedded in the program by the build (cmake/EmbedFiles.cmake).
#ifndef CROSSCHECK_RULEBOOK_EMBEDDED_H_
#define CROSSCHECK_RULEBOOK_EMBEDDED_H_

#include <string_view>
#include <vector>

namespace crosscheck {

struct EmbeddedFile {
  std::string_view path;  // "rules/en/words.json"
  std::string_view text;
};

const std::vector<EmbeddedFile>& EmbeddedRules();  // of rules/, sorted by path
const std::vector<EmbeddedFile>& EmbeddedPage();   // of core/report/worksheet_page/, sorted by path

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_EMBEDDED_H_
