#include "tests/paths.h"

namespace crosscheck {

const std::string kSourceRoot = CROSSCHECK_SOURCE_ROOT;
const std::string kFixtures = kSourceRoot + "/fixtures";

}  // namespace crosscheck
