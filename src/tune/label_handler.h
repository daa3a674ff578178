#pragma once

// The members of a labelled post's line beside the post's own, as they are written: the first half
// of reading one.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_reader.h"

namespace gatepost {

// A label as it is written.
struct WrittenLabel {
  std::string pattern;
  std::vector<std::string> also;
  std::string field = "text";
  uint32_t nth = 0;
  std::optional<uint32_t> begin;
  std::optional<uint32_t> end;
  bool is_optional = false;
};

// The members beside the post's own, as they are written.
struct WrittenMembers {
  std::vector<WrittenLabel> labels;
  bool has_labels = false;
  std::string split;
  std::string origin;
  std::string hard_negative;
  std::string group;
  std::string fault;  // the first; what follows it does not matter
};

// Takes them from the events of one record.
class LabelHandler final : public JsonHandler {
 public:
  [[nodiscard]] const WrittenMembers& written() const { return written_; }

  void OnKey(std::string_view key) override {
    if (depth_ == kRecord || depth_ == kLabel) key_ = key;
  }
  void OnString(std::string_view value) override;
  void OnNumber(std::string_view literal) override;
  void OnBool(bool value) override;
  void OnNull() override { OnOther(); }
  void OnBeginObject() override;
  void OnEndObject() override { --depth_; }
  void OnBeginArray() override;
  void OnEndArray() override {
    --depth_;
    if (depth_ == kLabel) is_in_also_ = false;
    if (depth_ == kRecord) is_in_labels_ = false;
  }

 private:
  enum Depth : int { kRecord = 1, kLabels = 2, kLabel = 3, kAlso = 4 };

  [[nodiscard]] bool IsInLabel() const { return is_in_labels_ && depth_ == kLabel; }
  // A value where none of its kind belongs.
  void OnOther();
  void Complain(std::string message) {
    if (written_.fault.empty()) written_.fault = std::move(message);
  }

  WrittenMembers written_;
  std::string key_;
  int depth_ = 0;
  bool is_in_labels_ = false;
  bool is_in_also_ = false;  // the array of a label
};

}  // namespace gatepost
