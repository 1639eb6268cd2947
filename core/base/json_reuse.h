// The JSON that `reuse` prints.
#ifndef CROSSCHECK_BASE_JSON_REUSE_H_
#define CROSSCHECK_BASE_JSON_REUSE_H_

#include <string>
#include <vector>

#include "crosscheck/reuse_article.h"

namespace crosscheck {

// Of the worksheet its reuse, families and unread; beside them the rows.
std::string ReuseToJson(const Worksheet& sheet, const std::vector<ReuseArticle>& articles);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_JSON_REUSE_H_
