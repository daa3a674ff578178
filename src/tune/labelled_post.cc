#include "tune/labelled_post.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

#include "base/json_reader.h"
#include "post/jsonl_post.h"

namespace gatepost {
namespace {

// A label as it is written.
struct WrittenLabel {
  std::string pattern;
  std::string field = "text";
  uint32_t nth = 0;
  std::optional<uint32_t> begin;
  std::optional<uint32_t> end;
  bool is_optional = false;
};

// Takes the members beside the post's own. Keeps the first fault; what follows it does not matter.
class LabelHandler final : public JsonHandler {
 public:
  [[nodiscard]] const std::vector<WrittenLabel>& labels() const { return labels_; }
  [[nodiscard]] bool has_labels() const { return has_labels_; }
  [[nodiscard]] const std::string& fault() const { return fault_; }
  [[nodiscard]] const std::string& split() const { return split_; }
  std::string origin;
  std::string hard_negative;

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
    if (depth_ == kRecord) is_in_labels_ = false;
  }

 private:
  enum Depth : int { kRecord = 1, kLabels = 2, kLabel = 3 };

  [[nodiscard]] bool IsInLabel() const { return is_in_labels_ && depth_ == kLabel; }
  // A value where none of its kind belongs.
  void OnOther();
  void Complain(std::string message) {
    if (fault_.empty()) fault_ = std::move(message);
  }

  std::vector<WrittenLabel> labels_;
  std::string split_;
  std::string key_;
  std::string fault_;
  int depth_ = 0;
  bool has_labels_ = false;
  bool is_in_labels_ = false;
};

void LabelHandler::OnString(std::string_view value) {
  if (depth_ == kRecord && key_ == "split") {
    split_ = value;
  } else if (depth_ == kRecord && key_ == "origin") {
    origin = value;
  } else if (depth_ == kRecord && key_ == "hard_negative") {
    hard_negative = value;
  } else if (IsInLabel() && key_ == "pattern") {
    labels_.back().pattern = value;
  } else if (IsInLabel() && key_ == "field") {
    labels_.back().field = value;
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
    labels_.back().begin = number;
  } else if (key_ == "end") {
    labels_.back().end = number;
  } else if (key_ == "nth") {
    labels_.back().nth = number;
  } else {
    OnOther();
  }
}

void LabelHandler::OnBool(bool value) {
  if (!IsInLabel() || key_ != "optional") return OnOther();
  labels_.back().is_optional = value;
}

void LabelHandler::OnOther() {
  const bool is_ours = depth_ == kRecord && (key_ == "labels" || key_ == "split" ||
                                             key_ == "origin" || key_ == "hard_negative");
  if (is_ours) return Complain("\"" + key_ + "\" is not written as it should be.");
  if (!is_in_labels_) return;
  Complain(
      "a label is an object of \"pattern\", \"begin\", \"end\" and, where wanted, \"field\", "
      "\"nth\" and \"optional\"; this one has something else in it.");
}

void LabelHandler::OnBeginObject() {
  if (is_in_labels_ && depth_ == kLabels) {
    labels_.emplace_back();
  } else {
    OnOther();
  }
  ++depth_;
}

void LabelHandler::OnBeginArray() {
  if (depth_ == kRecord && key_ == "labels") {
    if (has_labels_) Complain("\"labels\" is given twice.");
    has_labels_ = is_in_labels_ = true;
  } else {
    OnOther();
  }
  ++depth_;
}

std::optional<FieldIndex> FieldOf(const Post& post, const WrittenLabel& label) {
  for (size_t i = 0; i < post.fields.size(); ++i) {
    const Field& field = post.fields[i];
    if (NameOf(field.kind) == label.field && field.nth == label.nth) return FieldIndex(i);
  }
  return std::nullopt;
}

bool IsBoundary(std::string_view text, uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// What is wrong with a label of that post; empty if nothing is.
std::string FaultOf(const Post& post, const WrittenLabel& label) {
  if (label.pattern.empty()) return "a label has no \"pattern\".";
  if (!label.begin || !label.end) return "a label has no \"begin\" or no \"end\".";
  const auto field = FieldOf(post, label);
  if (!field) return "a label is of a field that the post has not.";
  const std::string_view text = post.fields[field->number()].text;
  if (*label.begin >= *label.end || *label.end > text.size()) {
    return "a label is empty or reaches beyond its field: its \"begin\" and \"end\" are bytes of "
           "the UTF-8 text.";
  }
  if (!IsBoundary(text, *label.begin) || !IsBoundary(text, *label.end)) {
    return "a label begins or ends within a character: its \"begin\" and \"end\" are bytes of the "
           "UTF-8 text.";
  }
  return {};
}

bool IsSame(const Label& a, const Label& b) {
  return a.pattern == b.pattern && a.place.field == b.place.field && a.place.span == b.place.span;
}

std::optional<Split> SplitOf(const std::string& name) {
  if (name.empty()) return Split::kNone;
  if (name == "train") return Split::kTrain;
  if (name == "held") return Split::kHeld;
  return std::nullopt;
}

// Languages name rows of a report and figures of a baseline.
bool IsLanguageTag(std::string_view text) {
  const auto is_tag_byte = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '-';
  };
  return text.size() <= 35 && std::all_of(text.begin(), text.end(), is_tag_byte);
}

}  // namespace

struct LabelledPostReader::State {
  JsonlPostReader posts;
  JsonReader json;
  LabelledPost labelled;

  // The labels made places of the post.
  Status Take(LabelHandler& handler, const SourcePlace& where);
};

LabelledPostReader::LabelledPostReader() : state_(std::make_unique<State>()) {}
LabelledPostReader::~LabelledPostReader() = default;
LabelledPostReader::LabelledPostReader(LabelledPostReader&&) noexcept = default;
LabelledPostReader& LabelledPostReader::operator=(LabelledPostReader&&) noexcept = default;

const LabelledPost& LabelledPostReader::post() const { return state_->labelled; }

Status LabelledPostReader::Read(std::string_view line, const SourcePlace& where) {
  LabelledPost& labelled = state_->labelled;
  labelled.post = state_->posts.Read(line, where);
  for (const Problem& problem : labelled.post.problems) {
    if (problem.kind == ProblemKind::kUnread)
      return Fail(ErrorCode::kSyntax, problem.message, where);
  }
  LabelHandler handler;
  if (const auto outcome = state_->json.Read(line, handler); !outcome) return Fail(outcome.error());
  return state_->Take(handler, where);
}

Status LabelledPostReader::State::Take(LabelHandler& handler, const SourcePlace& where) {
  if (!handler.fault().empty()) return Fail(ErrorCode::kSyntax, handler.fault(), where);
  if (!handler.has_labels()) {
    return Fail(ErrorCode::kSyntax,
                "the post has no \"labels\". Give [] if nothing in it is personal data.", where);
  }
  const auto split = SplitOf(handler.split());
  if (!split) return Fail(ErrorCode::kSyntax, "\"split\" is neither train nor held.", where);
  if (!IsLanguageTag(labelled.post.language)) {
    return Fail(ErrorCode::kSyntax, "\"language\" is no language tag such as en or cy.", where);
  }
  labelled.split = *split;
  labelled.origin = std::move(handler.origin);
  labelled.hard_negative = std::move(handler.hard_negative);
  labelled.labels.clear();
  for (const WrittenLabel& written : handler.labels()) {
    if (const std::string fault = FaultOf(labelled.post, written); !fault.empty()) {
      return Fail(ErrorCode::kSyntax, fault, where);
    }
    const Place place{*FieldOf(labelled.post, written), {*written.begin, *written.end}};
    const Label label{written.pattern, place, written.is_optional};
    for (const Label& other : labelled.labels) {
      if (IsSame(label, other)) {
        return Fail(ErrorCode::kSyntax, "two labels of one pattern are at one place.", where);
      }
    }
    labelled.labels.push_back(label);
  }
  return {};
}

}  // namespace gatepost
