// News texts made up from a seed: fragments of invented sentences put together, each cut at any token, so that every construction
// meets every other, and the ends of texts.
#ifndef CROSSCHECK_TESTS_EXTRACT_MADE_NEWS_H_
#define CROSSCHECK_TESTS_EXTRACT_MADE_NEWS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

class NewsMaker {
 public:
  explicit NewsMaker(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}

  // Some paragraphs; the last one ends anywhere.
  std::string Article() {
    std::string text = Pick(kLines);
    for (uint64_t paragraphs = 1 + Below(3); paragraphs > 0; --paragraphs) {
      text += "\n\n";
      for (uint64_t sentences = 1 + Below(3); sentences > 0; --sentences) text += Sentence();
    }
    text.resize(text.find_last_not_of(' ') + 1);
    if (Below(3) > 0) text.resize(text.rfind(' '));  // without its last word
    return text;
  }

 private:
  uint64_t Below(uint64_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state_ >> 33) % limit;
  }
  template <class List>
  std::string Pick(const List& list) {
    return std::string(list[Below(std::size(list))]);
  }

  std::string Sentence() {
    std::string out;
    for (uint64_t parts = 2 + Below(4); parts > 0; --parts) {
      switch (Below(5)) {
        case 0: out += Pick(kSpeakers); break;
        case 1: out += Pick(kVerbs); break;
        case 2: out += Pick(kObjects); break;
        case 3: out += Pick(kTimes); break;
        default: out += Pick(kJoints); break;
      }
      if (Below(12) != 0) out += ' ';
    }
    if (Below(4) == 0) return "\"" + out + Pick(kCloses) + " ";
    return out + Pick(kStops) + " ";
  }

  static constexpr std::string_view kLines[] = {
      "Ferry sinks off Skarholm, 14 dead: police", "BREAKING: 'No survivors', says minister", "Kim's visit: 38 North report",
      "By ADA BROOK", "What we know so far", "Toll rises to 21 after quake", "\"We were wrong\"", "2 killed, 1", ""};
  static constexpr std::string_view kSpeakers[] = {
      "police", "Ada Brook", "the mayor", "Mayor Ada Brook", "she", "a spokesman for the ministry", "the Coast Courier", "KCNA",
      "Deputy Minister Jonas Vale", "Mr Vale", "his mother", "who", "officials", "the agency", "Brook, 34,", "two people", "Q:",
      "VALE:", "the Harbour Board (HBX)", "Dr. Lin", "Kim Jong-un", "a court", "the report", "nobody", "it", "They", "U.S. Sen. Roe",
      "the Norwegian prime minister", "the 34-year-old", "a 12-year-old girl", "the governor", "The group"};
  static constexpr std::string_view kVerbs[] = {
      "said", "says that", "denied", "did not say", "declined to", "told reporters", "was quoted as saying", "has contributed to",
      "is believed to have", "refused to", "according to", "reported", "warned of", "accused", "plans to", "asked about", "added:",
      "confirmed the", "citing", "contributed to this report", "did not respond to", "was killed", "were injured in", "rose to",
      "fell by", "will", "could not be", "had been", "is", "'s", "has no", "never said", "thinks", "wrote on", "apologised for",
      "called it", "put the toll at", "allegedly", "reportedly", "quoting"};
  static constexpr std::string_view kObjects[] = {
      "14", "14 people", "about 7,000 containers", "$3.5bn", "EUR 2", "5 to 7 per cent", "between 20 and", "at least", "more than",
      "a third of", "half", "12-", "6ft 2", "12 km", "the victims", "the vote", "no comment", "a dozen", "nearly twenty-one",
      "1,2", "3.", "£", "20cm", "between", "from 3 to", "up 4%", "aged", "aged 7", "in her 30s", "no", "none of the", "up to",
      "2-1", "call 555 0100", "Flight 12", "1/2", "two-thirds of", "the first", "45,000 tonnes of", "one in five"};
  static constexpr std::string_view kTimes[] = {
      "on Monday", "last week", "in May", "on 3 May 2024", "May 3", "at 6", "at 6.30 p.m.", "yesterday", "earlier", "the day before",
      "in the", "since 2019", "two years ago", "by next", "late on", "during", "until", "the 1990", "from Monday to", "between May",
      "every", "on Christmas", "early", "for three", "after", "2024-05-", "shortly before", "the week of"};
  static constexpr std::string_view kJoints[] = {
      ",", ", who", ", and", "that", "\"", "'", "“", "”", "(", ")", "of", "by", "to", "for", "with", "as", "-", "—", ":", ";",
      "while", "but", "which", "the", "a", "not", "…", "because", "also", "'s", "in", "at", "[", "/", "not only", "and"};
  static constexpr std::string_view kStops[] = {".", ".", "", "!", "?", "…", ",", " -", ":", ".\""};
  static constexpr std::string_view kCloses[] = {".\"", ",\"", "\"", "", "”", ".'"};

  uint64_t state_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_EXTRACT_MADE_NEWS_H_
