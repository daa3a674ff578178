#pragma once

// Large tables that begin as zeros and of which little may be used: the system hands out their
// memory when it is first touched.

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>

namespace gatepost {

// Items whose bytes are all zero, which is their default.
template <class T>
class ZeroedArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
  static_assert(alignof(T) <= alignof(std::max_align_t));

 public:
  // `size` is not 0.
  explicit ZeroedArray(size_t size)
      : items_(static_cast<T*>(std::calloc(size, sizeof(T)))), size_(size) {  // NOLINT(*-no-malloc)
    if (!items_) throw std::bad_alloc();
  }

  [[nodiscard]] T& operator[](size_t i) { return items_[i]; }
  // All are zero again, where they are.
  void Clear() { std::fill_n(items_.get(), size_, T()); }

 private:
  struct Free {
    void operator()(T* items) const { std::free(items); }  // NOLINT(*-no-malloc,*-owning-memory)
  };
  std::unique_ptr<T[], Free> items_;
  size_t size_;
};

}  // namespace gatepost
