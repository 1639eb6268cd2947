// Writes JSON text value by value into a string, without building a tree first. Commas come by themselves; that objects and
// arrays are closed in order is the caller's part.
#ifndef CROSSCHECK_BASE_JSON_WRITER_H_
#define CROSSCHECK_BASE_JSON_WRITER_H_

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosscheck {

class JsonWriter {
 public:
  explicit JsonWriter(std::string* out) : out_(out) {}  // appends; `out` outlives this

  void BeginObject() { Open('{'); }
  void EndObject() { Close('}'); }
  void BeginArray() { Open('['); }
  void EndArray() { Close(']'); }
  // The name of the value that comes next; a plain word that needs no escape.
  void Key(std::string_view name);

  // Bad UTF-8 is replaced, never thrown at.
  void Value(std::string_view text);
  void Value(const char* text) { Value(std::string_view(text)); }
  void Value(bool value) { Raw(value ? "true" : "false"); }
  void Value(double value);  // null where it is not finite
  template <std::integral T>
  void Value(T value) {
    if constexpr (std::is_signed_v<T>) {
      Signed(value);
    } else {
      Unsigned(value);
    }
  }
  void Null() { Raw("null"); }
  // JSON that was made elsewhere.
  void Raw(std::string_view json);

  template <class T>
  void Field(std::string_view name, const T& value) {
    Key(name);
    Value(value);
  }

 private:
  void Separate() {
    if (comma_) out_->push_back(',');
  }
  void Open(char bracket) {
    Separate();
    out_->push_back(bracket);
    comma_ = false;
  }
  void Close(char bracket) {
    out_->push_back(bracket);
    comma_ = true;
  }
  void Signed(int64_t value);
  void Unsigned(uint64_t value);

  std::string* out_;
  bool comma_ = false;  // whether the next value is parted from one before it
};

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_JSON_WRITER_H_
