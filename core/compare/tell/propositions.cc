#include "compare/tell/propositions.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr double kUnsure = 0.6;
constexpr double kFullOverlap = 5;  // of a dispute that nothing could make surer

const Document& DocumentOf(const Bundle& bundle, const Stated& stated) { return (*bundle.records)[stated.document].document; }
std::string SourceOf(const Stated& stated) { return stated.frame->source.empty() ? "" : stated.frame->source.back(); }

// “No ransom was paid” in a.txt, b.txt (the ministry)
std::string SideText(const Bundle& bundle, const std::vector<Stated>& side) {
  std::vector<std::string> documents;
  std::string source;
  for (const Stated& stated : side) {
    const std::string& id = DocumentOf(bundle, stated).id;
    if (std::find(documents.begin(), documents.end(), id) == documents.end()) documents.push_back(id);
    if (source.empty()) source = SourceOf(stated);
  }
  return StrCat("\u201c", side.front().frame->about, "\u201d in ", Join(documents, ", "), source.empty() ? "" : StrCat(" (", source, ")"));
}

ComparedGroup Tell(const Bundle& bundle, const Dispute& dispute) {
  ComparedGroup compared;
  Group& group = compared.group;
  group.type = ClaimType::kStatement;
  group.about = dispute.sides[0].front().frame->about;
  group.relation = dispute.attributed ? Relation::kDisputed : Relation::kDiffer;
  group.reason = "asserted and denied";
  group.sameness = std::clamp(static_cast<int>(std::lround(100 * dispute.score / kFullOverlap)), 0, 99);
  group.why = {"one side states what the other says is not so", "both speak of the same thing in the same words"};
  std::set<uint32_t> documents[2];
  for (size_t side = 0; side < 2; ++side) {
    for (const Stated& stated : dispute.sides[side]) {
      documents[side].insert(stated.document);
      group.members.push_back({DocumentOf(bundle, stated).id, stated.frame->of, stated.frame->span,
                               std::string(stated.frame->span.In(DocumentOf(bundle, stated).text)), SideName(side), SourceOf(stated)});
    }
  }
  auto made = NewFinding(bundle.compare(), dispute.attributed ? "statement.disputed" : "statement.differ", group.relation,
                         dispute.sure ? 1 : kUnsure, {"", SideText(bundle, dispute.sides[0]), SideText(bundle, dispute.sides[1])});
  if (!made) return compared;
  const bool everywhere = documents[0] == documents[1];  // each article tells both sides
  if (!dispute.sure || everywhere) made->severity = Severity::kNote;
  made->why = group.why;
  for (size_t side = 0; side < 2; ++side) {
    std::vector<std::string> alone;
    for (const uint32_t d : documents[side]) {
      if (!documents[1 - side].contains(d)) alone.push_back((*bundle.records)[d].document.id);
    }
    if (!alone.empty()) made->why.push_back(StrCat("side ", SideName(side), " only: ", Join(alone, ", ")));
    std::set<uint32_t> shown;  // one place for each document
    for (const Stated& stated : dispute.sides[side]) {
      if (shown.insert(stated.document).second)
        made->members.push_back(EvidenceAt(DocumentOf(bundle, stated), stated.frame->span, SideName(side), SourceOf(stated)));
    }
  }
  group.tier = group.relation == Relation::kDiffer ? (made->severity == Severity::kNote ? Tier::kLook : Tier::kSure) : Tier::kNone;
  compared.findings.push_back(*std::move(made));
  return compared;
}

}  // namespace

std::vector<ComparedGroup> TellDisputes(const Bundle& bundle, const std::vector<Dispute>& disputes) {
  std::vector<ComparedGroup> told;
  for (const Dispute& dispute : disputes) told.push_back(Tell(bundle, dispute));
  return told;
}

}  // namespace crosscheck
