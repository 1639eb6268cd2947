#include "extract/statements/carriage.h"

#include <algorithm>

#include "extract/statements/sources.h"

namespace crosscheck {
namespace {

constexpr uint32_t kMaxReach = 14;  // tokens between "carried" and its agent

bool IsCarrier(const Grammar& g, TokenRange phrase) {
  if (phrase.empty()) return false;
  // A platform carries what its users say, not others.
  if (g.IsOneOf(phrase.last - 1, {"facebook", "twitter", "instagram", "telegram", "youtube", "tiktok", "weibo", "x", "wechat",
                                  "whatsapp", "linkedin", "platform", "website", "site", "page", "account"}))
    return false;
  for (uint32_t t = phrase.first; t < phrase.last; ++t) {
    if (g.IsCapital(t) || g.view().IsAny(t, Bits({Role::kAgency, Role::kOrganisationNoun}))) return !g.IsTime(t);
  }
  return g.IsOneOf(phrase.last - 1,
                   {"media",       "television",   "tv",        "radio",    "agency",    "newspaper", "broadcaster",
                    "embassy",     "lawyer",       "lawyers",   "attorney", "attorneys", "solicitor", "spokesman",
                    "spokeswoman", "spokesperson", "publicist", "aide",     "aides",     "family"});
}

// The carrier's phrase ends before what was said.
uint32_t BeforeThat(const Grammar& g, uint32_t first, uint32_t end) {
  uint32_t t = first;
  while (t < end && !g.Is(t, "that") && !g.IsComma(t)) ++t;
  return t;
}

// The phrase that `first` begins, without times and prepositions at its end.
TokenRange CarrierFrom(const Grammar& g, uint32_t first, uint32_t end) {
  TokenRange carrier = NounPhraseFrom(g, first, BeforeThat(g, first, end), /*apposition=*/false);
  for (uint32_t t = carrier.first + 1; t < carrier.last; ++t) {
    if (g.IsTime(t) || (g.Is(t, Role::kPreposition) && t + 1 < carrier.last && g.IsTime(t + 1))) carrier.last = t;
  }
  while (carrier.last > carrier.first && g.Is(carrier.last - 1, Role::kPreposition)) --carrier.last;
  return carrier;
}

}  // namespace

bool IsCarriage(const Grammar& g, uint32_t t) {
  static constexpr std::string_view kWords[] = {"carried",  "published", "released", "aired",   "broadcast", "reported",
                                                "relayed",  "posted",    "quoted",   "read",    "issued",    "distributed",
                                                "provided", "shared",    "seen",     "obtained"};
  return std::find(std::begin(kWords), std::end(kWords), g.view().Text(t)) != std::end(kWords);
}

uint32_t SkipCarriage(const Grammar& g, uint32_t t, uint32_t end) {
  if (t >= end || !IsCarriage(g, t)) return t;
  ++t;
  while (t < end) {
    if (g.IsAdverb(t) || g.IsTime(t)) {
      ++t;
    } else if (t + 1 < end && g.IsOneOf(t, {"by", "in", "on", "via", "through", "to", "at"})) {
      const TokenRange phrase = NounPhraseFrom(g, t + 1, BeforeThat(g, t + 1, end), /*apposition=*/false);
      if (phrase.empty()) break;
      t = phrase.last;
    } else {
      break;
    }
  }
  return t;
}

TokenRange FindCarrier(const Grammar& g, TokenRange part) {
  for (uint32_t t = part.first; t + 1 < part.last; ++t) {
    uint32_t agent = 0;
    if (g.IsOneOf(t, {"via", "through"})) {
      agent = t + 1;
    } else if (IsCarriage(g, t)) {
      for (uint32_t k = t + 1; k < part.last && k < t + kMaxReach && agent == 0; ++k) {
        if (g.IsComma(k) || g.Class(k) == TokenClass::kQuote) break;
        if (g.IsOneOf(k, {"by", "in", "on"}) && k + 1 < part.last && !g.IsTime(k + 1)) agent = k + 1;
      }
    }
    if (agent == 0 || agent >= part.last) continue;
    if (const TokenRange carrier = CarrierFrom(g, agent, part.last); IsCarrier(g, carrier)) return carrier;
  }
  return {};
}

}  // namespace crosscheck
