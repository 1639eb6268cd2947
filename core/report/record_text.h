// One record for the terminal: what was found in an article, line by line.
#ifndef CROSSCHECK_REPORT_RECORD_TEXT_H_
#define CROSSCHECK_REPORT_RECORD_TEXT_H_

#include "crosscheck/record.h"
#include "report/out.h"

namespace crosscheck {

void WriteRecordText(const Record& record, Out& out);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_RECORD_TEXT_H_
