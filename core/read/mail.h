// Mails: one (.eml) or a box of them (.mbox). Subject, sender and day are title, author or outlet, and day of publication; what
// is quoted from another mail is told apart; files attached are read like files of their own.
#ifndef CROSSCHECK_READ_MAIL_H_
#define CROSSCHECK_READ_MAIL_H_

#include <string_view>

#include "read/format.h"

namespace crosscheck {

bool MatchesMail(std::string_view head, const ReadHint& hint);
void ReadMail(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);
bool MatchesMailbox(std::string_view head, const ReadHint& hint);
void ReadMailbox(std::string_view bytes, const ReadHint& hint, const ReadSink& sink);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_MAIL_H_
