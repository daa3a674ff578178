#pragma once

// A list of a pattern file that most runs never look at: tens of thousands of phrases, of which a
// post meets a few. As kept from an earlier run it is one string, taken apart when first asked for.

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/shared_bytes.h"

namespace gatepost {

// How an element is written, without a line break; and read, of what was written.
void AppendPacked(const std::string& phrase, std::string& packed);
void ReadPacked(std::string_view line, std::string& phrase);

// Const use is for any number of threads. Cheap to copy.
template <class T>
class PackedList {
 public:
  PackedList() = default;
  PackedList(std::vector<T> list)  // NOLINT(google-explicit-constructor): a list is one
      : state_(list.empty() ? nullptr : std::make_shared<State>()) {
    if (!state_) return;
    state_->list = std::move(list);
    std::call_once(state_->is_read, [] {});
  }
  PackedList(std::initializer_list<T> list) : PackedList(std::vector<T>(list)) {}

  // What packed() gave.
  [[nodiscard]] static PackedList Of(const SharedBytes& packed) {
    PackedList list;
    if (packed.empty()) return list;
    list.state_ = std::make_shared<State>();
    list.state_->packed = packed;
    return list;
  }
  [[nodiscard]] std::string packed() const {
    std::string packed;
    for (const T& each : all()) {
      AppendPacked(each, packed);
      packed += '\n';
    }
    return packed;
  }

  [[nodiscard]] const std::vector<T>& all() const {
    static const std::vector<T> kNone;
    if (!state_) return kNone;
    std::call_once(state_->is_read, [this] { state_->Read(); });
    return state_->list;
  }
  [[nodiscard]] bool empty() const { return state_ == nullptr; }
  [[nodiscard]] size_t size() const { return all().size(); }
  [[nodiscard]] auto begin() const { return all().begin(); }
  [[nodiscard]] auto end() const { return all().end(); }
  [[nodiscard]] const T& operator[](size_t i) const { return all()[i]; }

 private:
  struct State {
    SharedBytes packed;
    std::vector<T> list;
    std::once_flag is_read;

    void Read() {
      std::string_view rest = packed.view();
      list.reserve(static_cast<size_t>(std::count(rest.begin(), rest.end(), '\n')) + 1);
      while (!rest.empty()) {
        const size_t end = rest.find('\n');
        ReadPacked(rest.substr(0, end), list.emplace_back());
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      }
      packed = {};
    }
  };
  std::shared_ptr<State> state_;  // changed once, by all(); null of an empty list
};

}  // namespace gatepost
