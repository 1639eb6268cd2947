// A zip file made in memory, its members stored as they are.
#ifndef CROSSCHECK_TESTS_MADE_ZIP_H_
#define CROSSCHECK_TESTS_MADE_ZIP_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosscheck {

inline std::string MadeZip(const std::vector<std::pair<std::string, std::string>>& members) {
  const auto little = [](uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
    return out;
  };
  std::string file;
  std::string list;
  for (const auto& [name, bytes] : members) {
    // Version, flags, method (stored), time, day, check sum (nobody asks for it), both sizes, length of the name and of no extra field.
    const std::string head = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(0, 4) + little(bytes.size(), 4) +
                             little(bytes.size(), 4) + little(name.size(), 2) + little(0, 2);
    list += std::string("PK\x01\x02", 4) + little(20, 2) + head + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
            little(file.size(), 4) + name;
    file += std::string("PK\x03\x04", 4) + head + name + bytes;
  }
  return file + list + std::string("PK\x05\x06", 4) + little(0, 4) + little(members.size(), 2) + little(members.size(), 2) +
         little(list.size(), 4) + little(file.size(), 4) + little(0, 2);
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_MADE_ZIP_H_
