#include "report/reuse_formats.h"

#include "base/json_reuse.h"
#include "report/reuse_tables.h"
#include "report/reuse_text.h"

namespace crosscheck {

const std::vector<ReuseFormat>& ReuseFormats() {
  static const auto* formats = new std::vector<ReuseFormat>{
      {"text", ".txt",
       [](const Worksheet& sheet, const std::vector<ReuseArticle>&, Out& out) {
         out.Add(WriteReuseText(sheet));
         return absl::OkStatus();
       }},
      {"json", ".json",
       [](const Worksheet& sheet, const std::vector<ReuseArticle>& rows, Out& out) {
         out.Add(ReuseToJson(sheet, rows), "\n");
         return absl::OkStatus();
       }},
      {"csv", ".csv", WriteReuseCsv},
      {"xlsx", ".xlsx", WriteReuseXlsx},
      {"html", ".html", WriteReuseHtml},
  };
  return *formats;
}

}  // namespace crosscheck
