// An array whose look-ups are total: every index outside of it, in front (-1) or behind, gives its sentinel, and what is written
// outside goes nowhere. What walks over text asks for neighbours at every step; so no walk can leave the array, whatever it forgets
// to check.
#ifndef CROSSCHECK_BASE_TOTAL_ARRAY_H_
#define CROSSCHECK_BASE_TOTAL_ARRAY_H_

#include <cstddef>
#include <utility>
#include <vector>

namespace crosscheck {

template <class T>
class TotalArray {
 public:
  TotalArray() : TotalArray(T{}) {}
  explicit TotalArray(T sentinel) : TotalArray(std::vector<T>(), std::move(sentinel)) {}
  TotalArray(std::vector<T> items, T sentinel) : items_(std::move(items)), size_(items_.size()) {
    items_.push_back(std::move(sentinel));
  }

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T& operator[](size_t i) const { return items_.data()[i < size_ ? i : size_]; }
  const T* begin() const { return items_.data(); }
  const T* end() const { return items_.data() + size_; }

  // The item to write to; outside of the array one that nobody reads.
  T& Edit(size_t i) {
    if (i < size_) return items_.data()[i];
    return nowhere_ = items_.back();
  }
  void Add(T item) {
    items_.push_back(std::move(item));
    std::swap(items_[size_], items_[size_ + 1]);
    ++size_;
  }
  void Assign(size_t size, const T& item) {
    const T sentinel = items_.back();
    items_.assign(size + 1, item);
    items_.back() = sentinel;
    size_ = size;
  }
  // The items without the sentinel; nothing is left in the array.
  std::vector<T> Release() && {
    items_.pop_back();
    return std::move(items_);
  }

 private:
  std::vector<T> items_;  // the last one is the sentinel
  size_t size_ = 0;
  T nowhere_{};
};

}  // namespace crosscheck

#endif  // CROSSCHECK_BASE_TOTAL_ARRAY_H_
