// The members of a zip file, in memory, with bounds on what comes out.
#ifndef CROSSCHECK_READ_ZIP_H_
#define CROSSCHECK_READ_ZIP_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace crosscheck {

struct ZipMember {
  std::string_view name;
  uint64_t flags = 0, method = 0, packed = 0, size = 0, local = 0;
};

bool IsZip(std::string_view head);
// By the list at the file's end; an error where there is none. Folders are left out.
absl::StatusOr<std::vector<ZipMember>> ListZip(std::string_view bytes);
// What all members of a file of that size may become together.
uint64_t ZipAllowance(std::string_view bytes);
// `left`: of the allowance; what comes out is taken from it.
absl::StatusOr<std::string> Unzip(const ZipMember& member, std::string_view bytes, uint64_t* left);
// The member of that name; empty where there is none or it is damaged.
std::string UnzipNamed(const std::vector<ZipMember>& members, std::string_view name, std::string_view bytes, uint64_t* left);
// Names of the first members, as far as `head` shows them: enough to tell what sort of a zip file it is.
std::vector<std::string_view> FirstZipNames(std::string_view head);

}  // namespace crosscheck

#endif  // CROSSCHECK_READ_ZIP_H_
