// Record lines made small: deflated with a dictionary of what all of them have in common, their field names.
#ifndef CROSSCHECK_STORE_PACKED_H_
#define CROSSCHECK_STORE_PACKED_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace crosscheck {

std::string Pack(std::string_view bytes);
// Error: bytes that Pack did not make.
absl::StatusOr<std::string> Unpack(std::string_view packed);

}  // namespace crosscheck

#endif  // CROSSCHECK_STORE_PACKED_H_
