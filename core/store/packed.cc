#include "store/packed.h"

#include <zlib.h>

#include <array>

namespace crosscheck {
namespace {

constexpr int kLevel = 6;
constexpr size_t kMostBytes = size_t{1} << 30;  // of one record: more is damage

// Parts of the store's format: another dictionary is another version of the store. The commonest stand last, as zlib wants it.
constexpr std::string_view kDictionary =
    "\"schema\":\"crosscheck.document/1\",\"id\":\"\",\"uri\":\"\",\"title\":\"\",\"outlet\":null,\"authors\":[],\"published\":{\"from\":\"2024-01-01\","
    "\"until\":\"2024-01-01\",\"evidence\":\"record\"},\"url\":\"https://www.\",\"credit\":[],\"language\":\"en\",\"text\":\"\",\"stories\":[{\"id\":1,"
    "\"headline\":null,\"start\":0,\"end\":,\"published\":null,\"segments\":[{\"role\":\"headline\"},{\"role\":\"body\",\"start\":,\"end\":}]}],"
    "\"statements\":[{\"id\":\"s1\",\"story\":1,\"kind\":\"indirect\",\"sources\":[{\"start\":,\"end\":,\"text\":\"\",\"name\":\"\"}],\"cue\":[[]],"
    "\"content\":[[]],\"polarity\":\"asserted\",\"speech\":true,\"said_on\":null,\"nested_in\":null,\"carried\":false,\"rule\":\"en.statement.\","
    "\"confidence\":0.9}],\"figures\":[{\"id\":\"f1\",\"story\":1,\"start\":,\"end\":,\"kind\":\"cardinal\",\"low\":\"\",\"high\":\"\",\"low_open\":false,"
    "\"high_open\":false,\"modifier\":\"exact\",\"unit\":null,\"counted\":{\"start\":,\"end\":,\"text\":\"\"},\"portion\":\"whole\",\"statement\":null,"
    "\"rule\":\"en.figure.\"}],\"dates\":[{\"id\":\"d1\",\"story\":1,\"start\":,\"end\":,\"type\":\"DATE\",\"value\":\"2024-\",\"from\":\"2024-\",\"until\":"
    "\"2024-\",\"rule\":\"en.date.\"}],\"names\":[{\"id\":\"n1\",\"story\":1,\"name\":\"\",\"kind\":\"person\",\"mentions\":[[]],\"rule\":\"en.name.\"}],"
    "\"claims\":[{\"id\":\"c1\",\"kind\":\"figure\",\"type\":\"count\",\"of\":\"f1\",\"story\":1,\"sentence\":0,\"start\":,\"end\":,\"event\":0,\"head\":\"\","
    "\"head_class\":\"person\",\"head_sure\":true,\"modifiers\":[],\"about\":\"\",\"predicate\":\"say\",\"classes\":[],\"role\":\"doer\",\"owner\":\"n1\","
    "\"modality\":\"fact\",\"portion\":\"whole\",\"marks\":[],\"source\":[],\"denied\":false,\"names\":[],\"words\":[\"the\",\"say\"],\"before\":[\"the\",\"#\"],"
    "\"after\":[\"of\",\"in\",\"and\"]}],\"sentences\":[{\"start\":,\"end\":,\"story\":1,\"region\":\"body\",\"paragraph\":0,\"words\":[\"a\",\"the\"]}],"
    "\"topics\":[{\"story\":1,\"words\":[]}],\"evidence\":[],\"errors\":[],\"tool\":{\"version\":\"0.1.0\",\"rules\":\"\"}}";

const auto* Bytes(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }

}  // namespace

std::string Pack(std::string_view bytes) {
  z_stream stream{};
  deflateInit(&stream, kLevel);
  deflateSetDictionary(&stream, Bytes(kDictionary), kDictionary.size());
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = const_cast<Bytef*>(Bytes(bytes));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

absl::StatusOr<std::string> Unpack(std::string_view packed) {
  z_stream stream{};
  inflateInit(&stream);
  stream.next_in = const_cast<Bytef*>(Bytes(packed));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string bytes;
  std::array<char, 1 << 15> piece;
  int result = Z_OK;
  while (result == Z_OK && bytes.size() < kMostBytes) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = piece.size();
    result = inflate(&stream, Z_NO_FLUSH);
    if (result == Z_NEED_DICT) result = inflateSetDictionary(&stream, Bytes(kDictionary), kDictionary.size());
    bytes.append(piece.data(), piece.size() - stream.avail_out);
  }
  const bool whole = result == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd(&stream);
  if (!whole) return absl::DataLossError("damaged: a packed record cannot be read");
  return bytes;
}

}  // namespace crosscheck
