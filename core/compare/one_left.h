// The figures of one kind that each story gives, held against those of another story: where all others are told by both, the one
// left in each is likely the same quantity, told with unlike values.
#ifndef CROSSCHECK_COMPARE_ONE_LEFT_H_
#define CROSSCHECK_COMPARE_ONE_LEFT_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "compare/claims.h"

namespace crosscheck {

class OneLeftIndex {
 public:
  explicit OneLeftIndex(const ClaimSet& set);  // `set` must outlive it

  // Claims of two stories with values that do not meet: 1 where they are the ones left of the same thing under the same event,
  // less where only one of the two is alike, or where a few are left of which these are the nearest; -0.5 where one of the two
  // values is told by both stories; 0 else.
  float OneLeft(uint32_t a, uint32_t b) const;

 private:
  // How two figures are of one kind: the same class of events (the first or the second of a clause), the same thing, unit.
  enum Kind : size_t { kEvent, kSecondEvent, kThing, kUnit, kKinds };
  static constexpr uint32_t kNoList = 0xFFFFFFFF;
  static constexpr float kMet = -0.5f;
  using Claims = std::vector<uint32_t>;  // with unlike values

  using ListsByKey = absl::flat_hash_map<std::pair<uint32_t, uint64_t>, uint32_t>;  // of a story and kind
  uint32_t AddTo(uint32_t claim, uint64_t key, ListsByKey* list_of);
  uint32_t ListOf(uint32_t story, uint64_t key, ListsByKey* list_of);
  float Left(uint32_t list_a, uint32_t list_b, uint32_t a, uint32_t b) const;
  // Is the value of the claim told in the list, or, where chance is unlikely, anywhere in the story?
  bool IsMet(uint32_t claim, const Claims& list, const Claims& all) const;

  const ClaimSet& set_;
  std::vector<Claims> lists_;           // of one story and kind
  std::vector<uint64_t> kind_of_list_;  // equal for lists of unlike stories of one kind
  std::vector<std::array<uint32_t, kKinds>> lists_of_claim_;
  std::vector<uint32_t> all_of_claim_;  // the list of all claims of its story, type and dimension
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_ONE_LEFT_H_
