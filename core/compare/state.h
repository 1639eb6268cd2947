// What people decided on an earlier sheet, read back: checks of claims, findings and sources, groups that are not comparable,
// split or merged, and the findings that were known then.
#ifndef CROSSCHECK_COMPARE_STATE_H_
#define CROSSCHECK_COMPARE_STATE_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "crosscheck/worksheet.h"

namespace crosscheck {

// The same over re-runs: of the document's id, the words at `span`, and the words around it. `kind` tells claims at one span
// apart ("figure", "date", "statement").
std::string ClaimFingerprint(const Document& document, std::string_view kind, Span span);

// The same over re-runs on the same articles, whatever their texts: of the documents' ids.
std::string BundleFingerprint(const Worksheet& sheet);

// Whether a text is a state (crosscheck.state/1), or for a baseline a worksheet (crosscheck.worksheet/1) or a state. Error: what
// is wrong with it.
absl::Status CheckState(std::string_view json);
absl::Status CheckBaseline(std::string_view json);

// Whether a finding is still to be looked at: neither set aside nor signed off, and found by this run.
bool IsOpen(const Finding& finding);

// How much of a state is about this worksheet: notes on claims, findings, sources and groups that it has.
struct StateFit {
  size_t notes = 0;
  size_t fit = 0;
  bool same_bundle = false;  // made from articles of the same ids
};
StateFit FitOfState(std::string_view state_json, const Worksheet& sheet);

// Puts a state (empty: none) and a baseline (empty: the findings that the state knew) into the worksheet: checks; findings signed
// off (Finding::signed_off); decisions on groups by fingerprint, which set findings aside (Finding::suppressed), split or merge
// groups; findings marked new, unchanged, or added as absent. Texts that CheckState and CheckBaseline refuse change nothing.
// docs/state.md tells crosscheck.state/1, docs/schema/state.schema.json its schema.
void ApplyState(std::string_view state_json, std::string_view baseline_json, Worksheet* sheet);

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_STATE_H_
