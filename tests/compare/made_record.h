// Records made by hand, for tests that must not depend on extraction.
#ifndef CROSSCHECK_TESTS_COMPARE_MADE_RECORD_H_
#define CROSSCHECK_TESTS_COMPARE_MADE_RECORD_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/strings.h"
#include "crosscheck/record.h"

namespace crosscheck {

class MadeRecord {
 public:
  MadeRecord(std::string id, std::string text) {
    record_.document.id = std::move(id);
    record_.document.text = std::move(text);
    Story story;
    story.id = 1;
    story.span = {0, static_cast<uint32_t>(record_.document.text.size())};
    story.segments.push_back({SegmentRole::kBody, story.span, 1, 1});
    record_.document.stories.push_back(story);
  }

  // The first place of `words` in the text at or after the place found before.
  Span Find(std::string_view words) {
    const size_t at = record_.document.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  }

  MadeRecord& Person(const std::string& name, const std::string& role = "") { return Named(name, NameKind::kPerson, role); }
  MadeRecord& Place(const std::string& name) { return Named(name, NameKind::kPlace, ""); }
  MadeRecord& Body(const std::string& name) { return Named(name, NameKind::kOrganisation, ""); }

  MadeRecord& Says(const std::string& speaker, std::string_view content, StatementKind kind = StatementKind::kDirect,
                   Polarity polarity = Polarity::kAsserted) {
    Statement s;
    s.id = StrCat("s", record_.statements.size() + 1);
    s.story = 1;
    s.kind = kind;
    s.polarity = polarity;
    if (!speaker.empty()) s.sources.push_back({Find(speaker), speaker, speaker});
    s.content.push_back(Find(content));
    record_.statements.push_back(s);
    return *this;
  }
  MadeRecord& Denies(const std::string& speaker, std::string_view content) {
    return Says(speaker, content, StatementKind::kIndirect, Polarity::kDenied);
  }
  MadeRecord& Asserts(const std::string& speaker, std::string_view content) {
    return Says(speaker, content, StatementKind::kIndirect);
  }

  Statement& last_statement() { return record_.statements.back(); }
  operator Record() const { return record_; }  // NOLINT: a made record is a record

 private:
  MadeRecord& Named(const std::string& name, NameKind kind, const std::string& role) {
    Name n;
    n.id = StrCat("n", record_.names.size() + 1);
    n.story = 1;
    n.name = name;
    n.kind = kind;
    n.role = role;
    const std::string& text = record_.document.text;
    for (size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + name.size())) {
      n.mentions.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())});
    }
    record_.names.push_back(n);
    return *this;
  }

  Record record_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_COMPARE_MADE_RECORD_H_
