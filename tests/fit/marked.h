// Marked bundles: articles whose every figure and date is marked with the quantity it speaks of (fixtures/marked, docs/hacking.md).
#ifndef CROSSCHECK_TESTS_FIT_MARKED_H_
#define CROSSCHECK_TESTS_FIT_MARKED_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "compare/bundle/bundle.h"
#include "crosscheck/crosscheck.h"

namespace crosscheck {

constexpr uint32_t kUnmarked = 0xFFFFFFFF;

struct MarkedQuantity {
  std::string about;
  std::string type;
  std::string relation;  // single, agree, compatible, superseded, differ, disputed ...
  bool is_conflict() const { return relation == "differ" || relation == "disputed"; }
};

// What is marked under one claim.
struct ClaimMark {
  uint32_t quantity = kUnmarked;  // index in MarkedBundle::quantities
  std::string side;               // "A", "B" ...; "~": fits all; empty: none
};

struct MarkedBundle {
  std::string name;
  std::unique_ptr<std::vector<Record>> records;  // where the bundle's frames lie
  Bundle bundle;
  std::vector<MarkedQuantity> quantities;
  std::vector<ClaimMark> marks;  // one for each claim of the bundle
  bool partly = false;           // only some quantities are marked: a claim without a mark may have a counterpart
  std::vector<uint32_t> lost;    // conflicts of figures with fewer than two sides among the claims
};

// A folder with bundle.json, the articles and gold.jsonl. Error: the file and what is wrong with it.
absl::StatusOr<MarkedBundle> LoadMarked(const std::string& folder, const Rulebook& rules);

// The bundles of fixtures/bundles of which fixtures/planted tells conflicts and agreements.
absl::StatusOr<std::vector<MarkedBundle>> LoadAllPlanted(const std::string& fixtures, const Rulebook& rules);

// All folders below `folder` that hold a gold.jsonl, by name.
absl::StatusOr<std::vector<MarkedBundle>> LoadAllMarked(const std::string& folder, const Rulebook& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_FIT_MARKED_H_
