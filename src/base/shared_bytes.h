#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace gatepost {

// Bytes that do not change, kept for as long as any copy or part of them is. Cheap to copy; const
// use is for any number of threads.
class SharedBytes {
 public:
  SharedBytes() = default;
  explicit SharedBytes(std::string_view bytes)
      : SharedBytes(bytes.size(), [&bytes](char* to) { return bytes.copy(to, bytes.size()); }) {}
  // Of `size` bytes, which are not set, `fill` sets the first and returns how many.
  template <class Fill>
  SharedBytes(size_t size, Fill fill) {
    auto bytes = std::make_shared_for_overwrite<char[]>(size);
    view_ = {bytes.get(), fill(bytes.get())};
    owner_ = std::move(bytes);
  }

  [[nodiscard]] std::string_view view() const { return view_; }
  [[nodiscard]] bool empty() const { return view_.empty(); }
  // `part` is a part of view().
  [[nodiscard]] SharedBytes Part(std::string_view part) const {
    SharedBytes its;
    its.owner_ = owner_;
    its.view_ = part;
    return its;
  }

 private:
  std::shared_ptr<const char[]> owner_;
  std::string_view view_;
};

}  // namespace gatepost
