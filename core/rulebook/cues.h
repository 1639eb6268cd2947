// Rules of the kind "cues": the words that say that something was said, with the frames they take.
#ifndef CROSSCHECK_RULEBOOK_CUES_H_
#define CROSSCHECK_RULEBOOK_CUES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "crosscheck/record.h"
#include "text/lexicon.h"

namespace crosscheck {

struct Rule;
struct RuleTables;

// What a cue takes as content.
enum FrameBit : uint16_t {
  kClause = 1,       // "said (that) the bridge fell"
  kAddressee = 2,    // "told Mary (that) the bridge fell"
  kObject = 4,       // "denied the charge", "called him a liar"
  kInfinitive = 8,   // "vowed to go"
  kWhether = 16,     // "asked if the bridge fell"
  kQuoted = 32,      // with a quotation or a colon: "he joked: ..."
  kBareObject = 64,  // an object as well, but only with a source right before: "reported losses"
  kRaised = 128,     // passive with an infinitive: "is said to have fled", "thought to be old"
  kComplement = 256, // what the object is called must follow it: "called the plan a mess", not "called a doctor"
  kPlea = 512,       // a plea: "pleaded guilty", "pleads not guilty"
  kAgentless = 1024, // says something in the passive without "by": "was accused of theft"
  kWords = 2048,     // takes any words at all: "said yes"
  kBlow = 4096,      // a blow as well as words: only of a subject that can speak
};

enum class CueClass : uint8_t { kStatement, kBelief, kIntention, kStance, kDocument };
// What kind of words carry the cue.
enum class CueShape : uint8_t {
  kVerb,
  kNoun,
  kAdverb,
  kAccordingTo,
  kCiting,
  kColon,
  kHeadline,
  kCarried,
  kUnreachable,
  kAdjective,
};

struct CueRule {
  std::string id;
  CueShape shape = CueShape::kVerb;
  CueClass cue_class = CueClass::kStatement;
  Polarity polarity = Polarity::kAsserted;
  uint16_t frames = 0;  // FrameBits
  RoleSet subjects = 0;  // a word of its subject must have one of these roles; 0: any subject
  double confidence = 0.8;
};

// One lemma of a rule.
struct CueLemma {
  uint16_t rule = 0;  // index in CueTable::rules
  WordId base = 0;
  WordId particle = 0;               // "point out": the word that must follow; 0: none
  std::vector<WordId> prepositions;  // that open its content: "accuse ... of", "referred to"
  bool noun_too = false;             // some of its forms are nouns as well: "report", "claims"
};

struct CueForm {
  uint16_t lemma = 0;  // index in CueTable::lemmas
  uint8_t forms = 0;   // VerbFormBits; 0 for cues that are no verbs
};

struct CueTable {
  std::vector<CueRule> rules;
  std::vector<CueLemma> lemmas;
  std::vector<std::vector<CueForm>> of_word;  // by WordId; shorter than the lexicon

  const std::vector<CueForm>& Of(WordId word) const { return word < of_word.size() ? of_word[word] : none_; }
  // The first rule of a shape that has no words of its own (a structure); null where it is turned off.
  const CueRule* Structure(CueShape shape) const;

 private:
  std::vector<CueForm> none_;
};

// Fields: "shape", "class", "polarity", "frames", "subjects" (roles), "confidence"; words as "verbs", "nouns" or "words". A verb may name its
// particle and the prepositions that open its content: "point out", "accuse (of)", "speak out (about, against)".
absl::Status LoadCues(const std::vector<const Rule*>& rules, RuleTables* tables);

}  // namespace crosscheck

#endif  // CROSSCHECK_RULEBOOK_CUES_H_
