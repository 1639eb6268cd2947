#include "compare/subject.h"

#include "tests/compare/made_bundle.h"

namespace crosscheck {
namespace {

TEST(SubjectOfAge, TheOneNamedLastWhereOnlyTheAgeStands) {
  const MadeBundle bundle({"Anton Rusk was sentenced to prison in Orlby. The 51-year-old took the money of his friends.",
                           "Anton Rusk, 49, was sentenced in Orlby."});
  EXPECT_NE(bundle.Claim(0, "51-year-old").person, 0u);
  EXPECT_EQ(bundle.Claim(0, "51-year-old").person, bundle.Claim(1, "49").person);
}

TEST(SubjectOfAge, NotTheSpeakerNorPastAnUnnamedOne) {
  const MadeBundle bundle({"Anton Rusk was at home in Orlby. A man fell into the river. The 51-year-old was pulled out alive.",
                           "A boat sank at Orlby, Ada Holt said. The 51-year-old was pulled out alive."});
  EXPECT_EQ(bundle.Claim(0, "51-year-old").person, 0u);
  EXPECT_EQ(bundle.Claim(1, "51-year-old").person, 0u);
}

TEST(SubjectOfAge, TheNameHeIsIdentifiedBy) {
  const MadeBundle bundle(
      {"The 45-year-old man was later identified as Anton Rusk of Orlby.", "Anton Rusk, 44, lived in Orlby."});
  EXPECT_EQ(bundle.Claim(0, "45-year-old").person, bundle.Claim(1, "44").person);
}

}  // namespace
}  // namespace crosscheck
