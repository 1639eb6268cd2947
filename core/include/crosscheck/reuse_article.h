// What reuse says of one story of a bundle: a row of a monitor's list (`crosscheck reuse`).
#ifndef CROSSCHECK_REUSE_ARTICLE_H_
#define CROSSCHECK_REUSE_ARTICLE_H_

#include <optional>
#include <string>
#include <vector>

#include "crosscheck/worksheet.h"

namespace crosscheck {

struct ReuseArticle {
  std::string document;
  int story = 0;
  std::string family;             // empty: of none
  std::optional<ReuseKind> kind;  // the strongest sort of sharing with another story; none: its text is its own
  std::string title;
  std::string outlet;
  std::string url;
  std::optional<DayRange> published;
  double share = 0;       // of its text that another story prints, the largest
  int words = 0;          // of its own text
  bool earliest = false;  // the only one of its family on the family's first day
  std::string origin;     // document id of the likely origin; its own: the story itself
  std::vector<std::string> reason;  // the signs for that origin
  friend bool operator==(const ReuseArticle&, const ReuseArticle&) = default;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REUSE_ARTICLE_H_
