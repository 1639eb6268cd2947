// Records on their way between extract and compare: who made them, and one record for one article.
#ifndef CROSSCHECK_RECORD_LINES_H_
#define CROSSCHECK_RECORD_LINES_H_

#include <vector>

#include "absl/status/status.h"
#include "base/json_fwd.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {

// What makes records here.
ToolInfo OwnMaker(const Rulebook& rules);
// Error: a record that another version of this program or other rules made.
absl::Status CheckMaker(const Json& record, const Rulebook& rules);

// Ids of their own for all: "x~2" is the second that had the id x.
void MakeRecordIdsUnique(std::vector<Record>* records);

// Records of one id: equal ones become one, others get ids of their own.
void MakeRecordsDistinct(std::vector<Record>* records);

}  // namespace crosscheck

#endif  // CROSSCHECK_RECORD_LINES_H_
