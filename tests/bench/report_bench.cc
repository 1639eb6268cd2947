// Writers: bytes of output a second, on n and 2n articles of 40 claims.
#include <benchmark/benchmark.h>

#include "report/formats.h"
#include "tests/report/sample_sheet.h"

namespace crosscheck {
namespace {

void BM_Write(benchmark::State& state, const OutputFormat* format) {
  const Worksheet sheet = LargeSheet(static_cast<size_t>(state.range(0)), 40);
  size_t bytes = 0;
  for (auto _ : state) {
    Out out([&bytes](std::string_view piece) {
      bytes += piece.size();
      return true;
    });
    if (!format->write(sheet, {}, out).ok()) state.SkipWithError("not written");
  }
  state.SetBytesProcessed(static_cast<int64_t>(bytes));
}

const int registered = [] {
  for (const OutputFormat& format : OutputFormats()) {
    benchmark::RegisterBenchmark(("BM_Write/" + std::string(format.name)).c_str(), BM_Write, &format)->Arg(50)->Arg(100);
  }
  return 0;
}();

}  // namespace
}  // namespace crosscheck
