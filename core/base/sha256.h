#ifndef CROSSCHECK_BASE_SHA256_H_
#define CROSSCHECK_BASE_SHA256_H_

#include <string>
#include <string_view>

namespace crosscheck {

// Lower-case hex.
std::string Sha256Hex(std::string_view bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_SHA256_H_
