#pragma once

// A list that does not change: made in this run, or as it stands in bytes that an earlier one kept.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/shared_bytes.h"

namespace gatepost {

// Cheap to copy; const use is for any number of threads.
template <class T>
class SharedList {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  SharedList() = default;
  SharedList(const SharedList&) = default;
  SharedList& operator=(const SharedList&) = default;
  // A list that is moved from is empty.
  SharedList(SharedList&& other) noexcept
      : owner_(std::move(other.owner_)), items_(std::exchange(other.items_, {})) {}
  SharedList& operator=(SharedList&& other) noexcept {
    owner_ = std::move(other.owner_);
    items_ = std::exchange(other.items_, {});
    return *this;
  }
  ~SharedList() = default;
  SharedList(std::vector<T> list) {  // NOLINT(google-explicit-constructor): a list is one
    auto kept = std::make_shared<const std::vector<T>>(std::move(list));
    items_ = *kept;
    owner_ = std::move(kept);
  }
  // As bytes() gave it, on a machine that keeps numbers alike; nullopt if they are none, or not
  // where such items may lie in memory.
  [[nodiscard]] static std::optional<SharedList> In(const SharedBytes& bytes) {
    const void* const at = bytes.view().data();
    const bool is_aligned = reinterpret_cast<uintptr_t>(at) % alignof(T) == 0;
    if (!is_aligned || bytes.view().size() % sizeof(T) != 0) return std::nullopt;
    SharedList list;
    list.items_ = {static_cast<const T*>(at), bytes.view().size() / sizeof(T)};
    list.owner_ = bytes.owner();
    return list;
  }
  [[nodiscard]] std::string_view bytes() const {
    return {static_cast<const char*>(static_cast<const void*>(items_.data())), items_.size_bytes()};
  }

  [[nodiscard]] std::span<const T> all() const { return items_; }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] size_t size() const { return items_.size(); }
  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }
  [[nodiscard]] const T& operator[](size_t i) const { return items_[i]; }

 private:
  std::shared_ptr<const void> owner_;
  std::span<const T> items_;
};

}  // namespace gatepost
