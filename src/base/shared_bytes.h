#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace gatepost {

// Bytes that do not change, kept for as long as any copy or part of them is. Cheap to copy; const
// use is for any number of threads.
class SharedBytes {
 public:
  SharedBytes() = default;
  // A copy.
  explicit SharedBytes(std::string_view bytes) {
    auto copy = std::make_shared<const std::string>(bytes);
    view_ = *copy;
    owner_ = std::move(copy);
  }
  // Those that `owner` keeps.
  SharedBytes(std::shared_ptr<const void> owner, std::string_view bytes)
      : owner_(std::move(owner)), view_(bytes) {}

  [[nodiscard]] std::string_view view() const { return view_; }
  [[nodiscard]] bool empty() const { return view_.empty(); }
  [[nodiscard]] const std::shared_ptr<const void>& owner() const { return owner_; }
  // `part` is a part of view().
  [[nodiscard]] SharedBytes Part(std::string_view part) const { return {owner_, part}; }

 private:
  std::shared_ptr<const void> owner_;
  std::string_view view_;
};

}  // namespace gatepost
