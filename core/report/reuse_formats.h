// The table of formats that `reuse` is written in. To add one: a writer, a row in reuse_formats.cc.
#ifndef CROSSCHECK_REPORT_REUSE_FORMATS_H_
#define CROSSCHECK_REPORT_REUSE_FORMATS_H_

#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "crosscheck/reuse_article.h"
#include "report/out.h"

namespace crosscheck {

struct ReuseFormat {
  std::string_view name;
  std::string_view suffix;  // of a file, with its dot
  // `rows`: ReuseArticles(sheet)
  absl::Status (*write)(const Worksheet& sheet, const std::vector<ReuseArticle>& rows, Out& out);
};

const std::vector<ReuseFormat>& ReuseFormats();

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_REUSE_FORMATS_H_
