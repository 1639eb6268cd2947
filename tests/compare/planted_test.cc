// The invented bundles with planted conflicts, agreements and traps: how many of each are reached.
// fixtures/planted/<bundle>.json tells what is planted in fixtures/bundles/<bundle>:
//   "conflicts": [{"relation", "members": [[document, snippet] ..]}]   values of which a finding of that relation must tell
//   "agreements": [{"members": [[document, snippet] ..]}]              the same quantity: each in one group with the first
//   "traps": [{"why", "members": [[document, snippet] x 2]}]           look-alikes: neither a difference nor an agreement
// In a snippet the words meant stand between « and »; it is taken at its first place in the document.
// The test prints what is missed; CROSSCHECK_PLANTED=<bundle> in the environment looks at one bundle only.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "base/files.h"
#include "base/json.h"
#include "base/strings.h"
#include "crosscheck/crosscheck.h"
#include "tests/paths.h"
#include "tests/planted_place.h"

namespace crosscheck {
namespace {

// One thing found on the sheet: a group, or a finding without one.
struct FoundPlace {
  std::string document;
  Span span;
  std::string side;
};

struct Counts {
  int wanted = 0;
  int reached = 0;
};

struct Tally {
  Counts conflicts;
  Counts agreements;
  Counts traps;   // here "reached" is bad
  int shown = 0;  // findings of a difference
  int right = 0;  // of them: planted
  int sure = 0;
  int sure_right = 0;
};

bool IsDifference(Relation relation) {
  return relation != Relation::kSuperseded && relation != Relation::kAgree && relation != Relation::kCompatible;
}

class PlantedBundle {
 public:
  explicit PlantedBundle(const std::string& name) : name_(name) {
    const auto planted = ReadFile(kFixtures + "/planted/" + name + ".json", 1 << 20);
    const auto bytes = ReadFile(kFixtures + "/bundles/" + name + "/bundle.jsonl", 1 << 20);
    EXPECT_TRUE(planted.ok() && bytes.ok()) << name;
    planted_ = ParseJson(*planted).value();
    ReadHint hint;
    hint.uri = "bundle.jsonl";
    std::vector<Unread> unread;
    std::vector<Record> records;
    static const auto& rules = *new Rulebook(Rulebook::Load({}).value());
    for (Document& document : ReadAll(*bytes, hint, &unread)) records.push_back(Extract(std::move(document), rules));
    EXPECT_TRUE(unread.empty()) << name;
    sheet_ = Compare(std::move(records), rules, {});
  }

  void Score(Tally* tally) {
    for (const Json& entry : planted_["conflicts"]) {
      Check("conflict", entry, IsConflict(entry), true, &tally->conflicts);
    }
    for (const Json& entry : planted_["agreements"]) {
      const auto places = Places(entry);
      for (size_t i = 1; i < places.size(); ++i)
        Check("agreement", entry, Agree(places[0], places[i]), true, &tally->agreements, i);
    }
    for (const Json& entry : planted_["traps"]) Check("trap", entry, IsTrapped(entry), false, &tally->traps);
    for (const Finding& finding : sheet_.findings) {
      if (!IsDifference(finding.relation)) continue;
      const bool right = IsPlanted(finding);
      const bool sure = finding.severity != Severity::kNote;
      ++tally->shown, tally->right += right;
      if (sure) ++tally->sure, tally->sure_right += right;
      if (!right) std::printf("%-16s NOT PLANTED  %s [%s]\n", name_.c_str(), finding.message.c_str(), finding.rule.c_str());
    }
  }

 private:
  std::vector<PlantedPlace> Places(const Json& entry) const {
    std::vector<PlantedPlace> places;
    for (const Json& member : entry["members"]) {
      const auto place = FindPlantedPlace(sheet_.documents, member);
      EXPECT_TRUE(place.ok()) << name_ << ": " << place.status();
      places.push_back(place.value_or(PlantedPlace()));
    }
    return places;
  }

  static bool Has(const FoundPlace& found, const PlantedPlace& place) {
    return found.document == place.document && found.span.Overlaps(place.span);
  }
  static std::vector<FoundPlace> PlacesOf(const Group& group) {
    std::vector<FoundPlace> places;
    for (const GroupMember& m : group.members) places.push_back({m.document, m.span, m.side});
    return places;
  }
  static std::vector<FoundPlace> PlacesOf(const Finding& finding) {
    std::vector<FoundPlace> places;
    for (const FindingMember& m : finding.members) places.push_back({m.document, m.focus.value_or(m.span), m.side});
    return places;
  }
  // Both are among the places, on unlike sides.
  static bool Opposed(const std::vector<FoundPlace>& found, const PlantedPlace& a, const PlantedPlace& b) {
    for (const FoundPlace& x : found) {
      for (const FoundPlace& y : found) {
        if (Has(x, a) && Has(y, b) && !x.side.empty() && !y.side.empty() && x.side != y.side) return true;
      }
    }
    return false;
  }
  std::vector<FoundPlace> GroupPlaces(const Finding& finding) const {
    for (const Group& group : sheet_.groups) {
      if (group.id == finding.group) return PlacesOf(group);
    }
    return {};
  }
  bool Tells(const Finding& finding, const PlantedPlace& a, const PlantedPlace& b) const {
    return Opposed(PlacesOf(finding), a, b) || Opposed(GroupPlaces(finding), a, b);
  }

  bool IsConflict(const Json& entry) const {
    const auto places = Places(entry);
    const std::string relation = entry["relation"] == "name" ? "differ" : entry["relation"].get<std::string>();
    return std::any_of(sheet_.findings.begin(), sheet_.findings.end(), [&](const Finding& finding) {
      return JsonName(finding.relation) == relation && Tells(finding, places[0], places[1]);
    });
  }
  bool Agree(const PlantedPlace& a, const PlantedPlace& b) const {
    return std::any_of(sheet_.groups.begin(), sheet_.groups.end(), [&](const Group& group) {
      const auto places = PlacesOf(group);
      const auto has = [&](const PlantedPlace& p) {
        return std::any_of(places.begin(), places.end(), [&](const auto& f) { return Has(f, p); });
      };
      return has(a) && has(b) && !Opposed(places, a, b);
    });
  }
  bool IsTrapped(const Json& entry) const {
    const auto places = Places(entry);
    for (const Group& group : sheet_.groups) {
      const auto found = PlacesOf(group);
      const auto has = [&](const PlantedPlace& p) {
        return std::any_of(found.begin(), found.end(), [&](const auto& f) { return Has(f, p); });
      };
      if (!has(places[0]) || !has(places[1])) continue;
      if (group.relation == Relation::kAgree || Opposed(found, places[0], places[1])) return true;
    }
    return false;
  }
  bool IsPlanted(const Finding& finding) const {
    return std::any_of(planted_["conflicts"].begin(), planted_["conflicts"].end(), [&](const Json& entry) {
      const auto places = Places(entry);
      return Tells(finding, places[0], places[1]);
    });
  }

  void Check(const char* kind, const Json& entry, bool reached, bool wanted, Counts* counts, size_t member = 1) {
    ++counts->wanted;
    counts->reached += reached;
    if (reached == wanted) return;
    const std::string words = StrCat(DumpJson(entry["members"][0]), " ", DumpJson(entry["members"][member]));
    std::printf("%-16s %-12s %s\n", name_.c_str(), StrCat(kind, wanted ? " missed" : " sprung").c_str(), words.c_str());
  }

  std::string name_;
  Json planted_;
  Worksheet sheet_;
};

double Share(int part, int whole) { return whole == 0 ? 1 : static_cast<double>(part) / whole; }

TEST(Planted, ConflictsAndAgreementsAreFoundAndTrapsAreNot) {
  std::set<std::string> names;
  const char* only = std::getenv("CROSSCHECK_PLANTED");
  for (const auto& entry : std::filesystem::directory_iterator(kFixtures + "/planted"))
    names.insert(entry.path().stem().string());
  Tally tally;
  for (const std::string& name : names) {
    if (only == nullptr || name == only) PlantedBundle(name).Score(&tally);
  }
  const double recall = Share(tally.conflicts.reached, tally.conflicts.wanted);
  const double precision = Share(tally.right, tally.shown);
  const double agreements = Share(tally.agreements.reached, tally.agreements.wanted);
  std::printf("conflicts %d of %d (%.3f), precision %d of %d (%.3f), of the sure tier %d of %d (%.3f)\n", tally.conflicts.reached,
              tally.conflicts.wanted, recall, tally.right, tally.shown, precision, tally.sure_right, tally.sure,
              Share(tally.sure_right, tally.sure));
  std::printf("agreements %d of %d (%.3f), traps sprung %d of %d\n", tally.agreements.reached, tally.agreements.wanted,
              agreements, tally.traps.reached, tally.traps.wanted);
  if (only != nullptr) return;
  EXPECT_GE(recall, 0.52);
  EXPECT_GE(precision, 0.80);
  EXPECT_GE(agreements, 0.88);
  EXPECT_LE(Share(tally.traps.reached, tally.traps.wanted), 0.15);
}

}  // namespace
}  // namespace crosscheck
