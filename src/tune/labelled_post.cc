#include "tune/labelled_post.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/json_reader.h"
#include "pattern/toml_reader.h"
#include "post/jsonl_post.h"
#include "tune/label_handler.h"

namespace gatepost {
namespace {

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
  if (!std::all_of(label.also.begin(), label.also.end(), IsPatternId)) {
    return "the \"also\" of a label has no ids such as uk.phone.";
  }
  if (!IsPatternId(label.pattern)) return "the \"pattern\" of a label is no id such as uk.phone.";
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

std::optional<Split> SplitOf(const std::string& name) {
  for (const Split split : {Split::kNone, Split::kTrain, Split::kHeld}) {
    if (name == NameOf(split)) return split;
  }
  return std::nullopt;
}

// Languages name rows of a report and figures of a baseline.
bool IsLanguageTag(std::string_view text) {
  const auto is_tag_byte = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '-';
  };
  return text.size() <= 35 && std::all_of(text.begin(), text.end(), is_tag_byte);
}

// Groups name rows of a report and figures of a baseline, too.
bool IsGroupName(std::string_view text) {
  const auto is_name_byte = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == ' ' || byte == '.' || byte == '_' || byte == '-';
  };
  return text.size() <= 40 && std::all_of(text.begin(), text.end(), is_name_byte);
}

}  // namespace

std::string_view NameOf(Split split) {
  if (split == Split::kTrain) return "train";
  return split == Split::kHeld ? "held" : "";
}

struct LabelledPostReader::State {
  JsonlPostReader posts;
  JsonReader json;
  LabelledPost labelled;

  // The labels made places of the post.
  Status Take(const WrittenMembers& written, const SourcePlace& where);
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
  return state_->Take(handler.written(), where);
}

Status LabelledPostReader::State::Take(const WrittenMembers& written, const SourcePlace& where) {
  const auto refuse = [&where](std::string message) {
    return Fail(ErrorCode::kSyntax, std::move(message), where);
  };
  if (!written.fault.empty()) return refuse(written.fault);
  if (!written.has_labels) {
    return refuse("the post has no \"labels\". Give [] if nothing in it is personal data.");
  }
  const auto split = SplitOf(written.split);
  if (!split) return refuse("\"split\" is neither train nor held.");
  if (!IsLanguageTag(labelled.post.language)) {
    return refuse("\"language\" is no language tag such as en or cy.");
  }
  labelled.split = *split;
  labelled.origin = written.origin;
  if (!IsGroupName(written.group)) {
    return refuse("\"group\" is no name of letters, digits, spaces and . _ - in ASCII.");
  }
  labelled.hard_negative = written.hard_negative;
  labelled.group = written.group;
  labelled.labels.clear();
  for (const WrittenLabel& label : written.labels) {
    if (const std::string fault = FaultOf(labelled.post, label); !fault.empty()) {
      return refuse(fault);
    }
    const Place place{*FieldOf(labelled.post, label), {*label.begin, *label.end}};
    for (const Label& other : labelled.labels) {
      if (other.pattern == label.pattern && other.place == place) {
        return refuse("two labels of one pattern are at one place.");
      }
    }
    labelled.labels.push_back({label.pattern, label.also, place, label.is_optional});
  }
  return {};
}

}  // namespace gatepost
