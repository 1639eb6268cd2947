#include "tests/fit/marked.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/files.h"
#include "base/json.h"
#include "base/strings.h"
#include "base/utf8.h"
#include "tests/planted_place.h"

namespace crosscheck {
namespace {

constexpr size_t kLargest = 4 << 20;

bool IsFigure(std::string_view type) { return type != "name" && type != "quote" && type != "statement"; }

absl::StatusOr<std::vector<Record>> ReadArticles(const std::string& folder, const Rulebook& rules) {
  const auto bytes = ReadFile(folder + "/bundle.json", kLargest);
  if (!bytes.ok()) return bytes.status();
  const auto meta = ParseJson(*bytes);
  if (!meta.ok()) return absl::InvalidArgumentError(StrCat(folder, "/bundle.json: ", meta.status().message()));
  std::vector<Record> records;
  for (const Json& article : (*meta)["documents"]) {
    const std::string id = article["doc"].get<std::string>();
    const auto text = ReadFile(folder + "/" + id, kLargest);
    if (!text.ok()) return text.status();
    Json line = {{"id", id}, {"text", *text}};
    for (const char* field : {"title", "outlet", "published"}) {
      if (article.contains(field) && article[field].is_string()) line[field] = article[field];
    }
    std::vector<Unread> unread;
    ReadHint hint;
    hint.uri = "bundle.jsonl";
    for (Document& document : ReadAll(line.dump(), hint, &unread)) records.push_back(Extract(std::move(document), rules));
    if (!unread.empty()) return absl::InvalidArgumentError(StrCat(folder, "/", id, ": ", unread[0].reason));
  }
  std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
  return records;
}

}  // namespace

absl::StatusOr<MarkedBundle> LoadMarked(const std::string& folder, const Rulebook& rules) {
  auto records = ReadArticles(folder, rules);
  if (!records.ok()) return records.status();
  MarkedBundle marked;
  marked.name = std::filesystem::path(folder).filename().string();
  marked.records = std::make_unique<std::vector<Record>>(*std::move(records));
  marked.bundle = BuildBundle(*marked.records, {}, rules.tables(), 1);
  marked.marks.resize(marked.bundle.claims.size());
  const auto bytes = ReadFile(folder + "/gold.jsonl", kLargest);
  if (!bytes.ok()) return bytes.status();
  std::vector<uint32_t> width(marked.marks.size(), kUnmarked);
  for (const std::string_view line : Split(*bytes, '\n')) {
    if (Trim(line).empty()) continue;
    const auto gold = ParseJson(line);
    if (!gold.ok()) return absl::InvalidArgumentError(StrCat(folder, "/gold.jsonl: ", gold.status().message()));
    MarkedQuantity quantity{(*gold)["about"], (*gold)["type"], (*gold)["relation"]};
    if (!IsFigure(quantity.type)) continue;
    const auto index = static_cast<uint32_t>(marked.quantities.size());
    std::set<std::string> sides;
    for (const Json& member : (*gold)["members"]) {
      for (uint32_t c = 0; c < marked.bundle.claims.size(); ++c) {
        const BundleClaim& claim = marked.bundle.claims[c];
        if (marked.bundle.RecordOf(claim).document.id != member["doc"].get<std::string>()) continue;
        const Span span{member["byte_start"].get<uint32_t>(), member["byte_end"].get<uint32_t>()};
        if (!claim.frame->span.Overlaps(span)) continue;
        const std::string side = member.contains("side") && member["side"].is_string() ? member["side"].get<std::string>() : "";
        sides.insert(side);
        // Of marks that overlap the one nearest in length counts.
        const uint32_t off = claim.frame->span.size() > span.size() ? claim.frame->span.size() - span.size() : span.size() - claim.frame->span.size();
        if (marked.marks[c].quantity != kUnmarked && width[c] <= off) continue;
        width[c] = off;
        marked.marks[c] = {index, side};
      }
    }
    sides.erase("");
    sides.erase("~");
    if (quantity.is_conflict() && sides.size() < 2) marked.lost.push_back(index);
    marked.quantities.push_back(std::move(quantity));
  }
  return marked;
}

absl::StatusOr<std::vector<MarkedBundle>> LoadAllPlanted(const std::string& fixtures, const Rulebook& rules) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(fixtures + "/planted", error)) names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  std::vector<MarkedBundle> bundles;
  for (const std::string& name : names) {
    const auto articles = ReadFile(StrCat(fixtures, "/bundles/", name, "/bundle.jsonl"), kLargest);
    if (!articles.ok()) return articles.status();
    const auto gold_text = ReadFile(StrCat(fixtures, "/planted/", name, ".json"), kLargest);
    if (!gold_text.ok()) return gold_text.status();
    const auto gold = ParseJson(*gold_text);
    if (!gold.ok()) return absl::InvalidArgumentError(StrCat(name, ": ", gold.status().message()));
    MarkedBundle marked;
    marked.name = name;
    marked.partly = true;
    marked.records = std::make_unique<std::vector<Record>>();
    std::vector<Unread> unread;
    ReadHint hint;
    hint.uri = "bundle.jsonl";
    for (Document& document : ReadAll(*articles, hint, &unread)) marked.records->push_back(Extract(std::move(document), rules));
    std::sort(marked.records->begin(), marked.records->end(), [](const Record& a, const Record& b) { return a.document.id < b.document.id; });
    marked.bundle = BuildBundle(*marked.records, {}, rules.tables(), 1);
    marked.marks.resize(marked.bundle.claims.size());
    for (const char* kind : {"conflicts", "agreements"}) {
      if (!gold->contains(kind)) continue;
      for (const Json& entry : (*gold)[kind]) {
        const std::string relation = entry.contains("relation") ? entry["relation"].get<std::string>() : "agree";
        if (relation == "name" || relation == "misquoted" || relation == "misattributed" || relation == "disputed") continue;
        uint32_t index = static_cast<uint32_t>(marked.quantities.size());
        marked.quantities.push_back({entry["members"][0][1].get<std::string>(), "planted", relation});
        char side = 'A';
        for (const Json& member : entry["members"]) {
          const auto place = FindPlantedPlace(*marked.records, member);
          if (!place.ok()) return place.status();
          for (uint32_t c = 0; c < marked.bundle.claims.size(); ++c) {
            const BundleClaim& claim = marked.bundle.claims[c];
            if (marked.bundle.RecordOf(claim).document.id != place->document || !claim.frame->span.Overlaps(place->span)) continue;
            // A quantity may be planted once as a conflict and once as an agreement of its one side.
            if (marked.marks[c].quantity != kUnmarked && marked.marks[c].quantity != index) {
              const uint32_t old = marked.marks[c].quantity;
              for (ClaimMark& mark : marked.marks) {
                if (mark.quantity == index) mark.quantity = old;
              }
              index = old;
              continue;
            }
            marked.marks[c] = {index, relation == "agree" ? "" : std::string(1, side)};
          }
          ++side;
        }
      }
    }
    bundles.push_back(std::move(marked));
  }
  return bundles;
}

absl::StatusOr<std::vector<MarkedBundle>> LoadAllMarked(const std::string& folder, const Rulebook& rules) {
  std::vector<std::string> folders;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (std::filesystem::exists(entry.path() / "gold.jsonl", error)) folders.push_back(entry.path().string());
  }
  if (folders.empty()) return absl::NotFoundError(StrCat(folder, " holds no marked bundles"));
  std::sort(folders.begin(), folders.end());
  std::vector<MarkedBundle> bundles;
  for (const std::string& one : folders) {
    auto marked = LoadMarked(one, rules);
    if (!marked.ok()) return marked.status();
    bundles.push_back(*std::move(marked));
  }
  return bundles;
}

}  // namespace crosscheck
