#include "base/languages.h"

#include <utility>

#include "base/strings.h"

namespace crosscheck {
namespace {

constexpr std::pair<std::string_view, std::string_view> kNames[] = {
    {"ar", "Arabic"},     {"bn", "Bengali"},  {"cs", "Czech"},     {"da", "Danish"},    {"de", "German"},     {"el", "Greek"},
    {"en", "English"},    {"es", "Spanish"},  {"fi", "Finnish"},   {"fr", "French"},    {"he", "Hebrew"},     {"hi", "Hindi"},
    {"hu", "Hungarian"},  {"hy", "Armenian"}, {"id", "Indonesian"}, {"it", "Italian"},  {"ja", "Japanese"},   {"ka", "Georgian"},
    {"ko", "Korean"},     {"nl", "Dutch"},    {"no", "Norwegian"}, {"pl", "Polish"},    {"pt", "Portuguese"}, {"ro", "Romanian"},
    {"ru", "Russian"},    {"sv", "Swedish"},  {"sw", "Swahili"},   {"ta", "Tamil"},     {"th", "Thai"},       {"tl", "Tagalog"},
    {"tr", "Turkish"},    {"uk", "Ukrainian"}, {"vi", "Vietnamese"}, {"zh", "Chinese"},
};

}  // namespace

std::string LanguageName(std::string_view code) {
  for (const auto& [known, name] : kNames) {
    if (known == code) return std::string(name);
  }
  return std::string(code);
}

std::string UncheckedReason(std::string_view code) {
  if (code == kTooShortToTell) return "too short to tell its language";
  return StrCat("in ", LanguageName(code), "; only ", LanguageName(kCheckedLanguage), " is checked");
}

}  // namespace crosscheck
