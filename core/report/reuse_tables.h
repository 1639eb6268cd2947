// Reuse as a table, one row a story: CSV, Excel and a page that works offline.
#ifndef CROSSCHECK_REPORT_REUSE_TABLES_H_
#define CROSSCHECK_REPORT_REUSE_TABLES_H_

#include <vector>

#include "absl/status/status.h"
#include "crosscheck/reuse_article.h"
#include "report/out.h"

namespace crosscheck {

absl::Status WriteReuseCsv(const Worksheet& sheet, const std::vector<ReuseArticle>& rows, Out& out);
absl::Status WriteReuseXlsx(const Worksheet& sheet, const std::vector<ReuseArticle>& rows, Out& out);
absl::Status WriteReuseHtml(const Worksheet& sheet, const std::vector<ReuseArticle>& rows, Out& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_REUSE_TABLES_H_
