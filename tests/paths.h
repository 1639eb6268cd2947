// Where the tree and its fixtures are. Defined in one small file, so that the place of the tree does not enter every test's compilation.
#ifndef CROSSCHECK_TESTS_PATHS_H_
#define CROSSCHECK_TESTS_PATHS_H_

#include <string>

namespace crosscheck {

extern const std::string kSourceRoot;  // without a slash at the end
extern const std::string kFixtures;

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_PATHS_H_
