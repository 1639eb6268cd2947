// The one count of independent origins: what is copied from one text, credited to one agency, or said by one named source counts
// once.
#ifndef CROSSCHECK_COMPARE_BUNDLE_ORIGINS_H_
#define CROSSCHECK_COMPARE_BUNDLE_ORIGINS_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "crosscheck/worksheet.h"

namespace crosscheck {

struct Support {
  int documents = 0;
  int origins = 0;
  int named_sources = 0;
};

class OriginCounter {
 public:
  // `sheet` must outlive the counter and have its documents (sorted by id) and families.
  explicit OriginCounter(const Worksheet& sheet);
  Support Count(const std::vector<GroupMember>& members) const;
  const Document* DocumentById(std::string_view id) const;

 private:
  const Worksheet& sheet_;
  std::map<std::string, std::string> family_of_;  // document -> the first family it is in
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_BUNDLE_ORIGINS_H_
