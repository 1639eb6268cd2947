// Runs independent pieces of work on several threads. Results go to their own slots, so the number of threads never shows.
#ifndef CROSSCHECK_BASE_PARALLEL_H_
#define CROSSCHECK_BASE_PARALLEL_H_

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace crosscheck {

// Calls work(i) once for each i below `count`. threads <= 0: one for each core.
template <class Work>
void ParallelFor(size_t count, int threads, const Work& work) {
  size_t workers = threads > 0 ? static_cast<size_t>(threads) : std::max(1u, std::thread::hardware_concurrency());
  workers = std::min(workers, count);
  if (workers <= 1) {
    for (size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    for (size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> pool;
  pool.reserve(workers);
  try {
    for (size_t i = 1; i < workers; ++i) pool.emplace_back(run);
  } catch (const std::system_error&) {
    // No more threads are to be had here: those that started do all of it.
  }
  run();
}

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_PARALLEL_H_
