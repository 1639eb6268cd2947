// libxml2 sets itself up at its first use, which is not safe on several threads at once: call this before.
#ifndef CROSSCHECK_READ_LIBXML_H_
#define CROSSCHECK_READ_LIBXML_H_

namespace crosscheck {

// The first call sets libxml2 up; others wait for it, or do nothing. Safe on any thread.
void SetUpLibxml();

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_LIBXML_H_
