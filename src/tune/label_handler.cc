#include "tune/label_handler.h"

#include <charconv>
#include <system_error>

namespace gatepost {

void LabelHandler::OnString(std::string_view value) {
  if (depth_ == kRecord && key_ == "split") {
    written_.split = value;
  } else if (depth_ == kRecord && key_ == "origin") {
    written_.origin = value;
  } else if (depth_ == kRecord && key_ == "hard_negative") {
    written_.hard_negative = value;
  } else if (depth_ == kRecord && key_ == "group") {
    written_.group = value;
  } else if (is_in_also_ && depth_ == kAlso) {
    written_.labels.back().also.emplace_back(value);
  } else if (IsInLabel() && key_ == "pattern") {
    written_.labels.back().pattern = value;
  } else if (IsInLabel() && key_ == "field") {
    written_.labels.back().field = value;
  } else {
    OnOther();
  }
}

void LabelHandler::OnNumber(std::string_view literal) {
  uint32_t number = 0;
  const char* end = literal.data() + literal.size();
  const auto read = std::from_chars(literal.data(), end, number);
  const bool is_whole = read.ec == std::errc() && read.ptr == end;
  if (!IsInLabel() || !is_whole) return OnOther();
  if (key_ == "begin") {
    written_.labels.back().begin = number;
  } else if (key_ == "end") {
    written_.labels.back().end = number;
  } else if (key_ == "nth") {
    written_.labels.back().nth = number;
  } else {
    OnOther();
  }
}

void LabelHandler::OnBool(bool value) {
  if (!IsInLabel() || key_ != "optional") return OnOther();
  written_.labels.back().is_optional = value;
}

void LabelHandler::OnOther() {
  const bool is_ours =
      depth_ == kRecord && (key_ == "labels" || key_ == "split" || key_ == "origin" ||
                            key_ == "hard_negative" || key_ == "group");
  if (is_ours) return Complain("\"" + key_ + "\" is not written as it should be.");
  if (!is_in_labels_) return;
  Complain(
      "a label is an object of \"pattern\", \"begin\", \"end\" and, where wanted, \"also\", "
      "\"field\", \"nth\" and \"optional\"; this one has something else in it.");
}

void LabelHandler::OnBeginObject() {
  if (is_in_labels_ && depth_ == kLabels) {
    written_.labels.emplace_back();
  } else {
    OnOther();
  }
  ++depth_;
}

void LabelHandler::OnBeginArray() {
  if (depth_ == kRecord && key_ == "labels") {
    if (written_.has_labels) Complain("\"labels\" is given twice.");
    written_.has_labels = is_in_labels_ = true;
  } else if (IsInLabel() && key_ == "also") {
    is_in_also_ = true;
  } else {
    OnOther();
  }
  ++depth_;
}

}  // namespace gatepost
