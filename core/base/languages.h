// Languages by their codes, as people call them; which of them is checked.
#ifndef CROSSCHECK_BASE_LANGUAGES_H_
#define CROSSCHECK_BASE_LANGUAGES_H_

#include <string>
#include <string_view>

namespace crosscheck {

inline constexpr std::string_view kCheckedLanguage = "en";
inline constexpr std::string_view kTooShortToTell = "und";  // of ISO 639-2

// "German" for "de"; the code itself where the language is not known by name.
std::string LanguageName(std::string_view code);

// Why a text of that language was not checked: "in German; only English is checked".
std::string UncheckedReason(std::string_view code);

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_LANGUAGES_H_
