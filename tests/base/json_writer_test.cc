#include "base/json_writer.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/json.h"

namespace crosscheck {
namespace {

TEST(JsonWriter, ObjectsArraysAndCommas) {
  std::string out;
  JsonWriter json(&out);
  json.BeginObject();
  json.Field("a", 1);
  json.Key("b");
  json.BeginArray();
  json.EndArray();
  json.Key("c");
  json.BeginArray();
  json.Value(true);
  json.Null();
  json.BeginObject();
  json.EndObject();
  json.Value(-7);
  json.Raw("[1]");
  json.EndArray();
  json.Field("d", "x");
  json.EndObject();
  EXPECT_EQ(out, R"({"a":1,"b":[],"c":[true,null,{},-7,[1]],"d":"x"})");
}

// Every byte and every pair with a following one, valid or not, is written as the library's own dump writes it.
TEST(JsonWriter, TextsAreThoseOfTheTreesDump) {
  for (int first = 0; first < 256; ++first) {
    for (const std::string& rest : {std::string(), std::string("x"), std::string("\xA9"), std::string("\x80\x80"), std::string(3, '\x80')}) {
      const std::string text = std::string(1, static_cast<char>(first)) + rest;
      std::string out = "[0";
      JsonWriter json(&out);
      json.Value(text);
      EXPECT_EQ(out, "[0" + DumpJson(Json(text))) << first;
    }
  }
}

TEST(JsonWriter, NumbersWithAFractionKeepIt) {
  for (const double value : {0.0, 1.0, 0.93, 0.05, 1e-9, 1e300, -2.5}) {
    std::string out;
    JsonWriter json(&out);
    json.Value(value);
    EXPECT_EQ(Json::parse(out), Json(value));
    EXPECT_TRUE(Json::parse(out).is_number_float()) << out;
  }
  std::string out;
  JsonWriter json(&out);
  json.Value(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(out, "null");
}

}  // namespace
}  // namespace crosscheck
