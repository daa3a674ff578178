#include "post/post_maker.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gatepost {

PostMaker::PostMaker(std::string_view source, const Record& record, PostTexts& texts)
    : texts_(texts) {
  post_.source = source;
  post_.line = record.line;
}

void PostMaker::Add(FieldKind kind, std::string_view text) {
  if (!text.empty()) AddKept(kind, texts_.Keep(text));
}

void PostMaker::AddKept(FieldKind kind, std::string_view kept, const OffsetMap* source) {
  if (post_.fields.size() == kMaxFields) {
    AddUnread("too_many_fields", "the post has more than " + std::to_string(kMaxFields) +
                                     " texts, and those after them were not looked at. Split it.");
    return;
  }
  post_.fields.push_back({.kind = kind, .text = kept, .source = source});
}

void PostMaker::AddUnread(std::string_view code, std::string message) {
  AddProblem(ProblemKind::kUnread, code, std::move(message));
}

void PostMaker::AddNote(std::string_view code, std::string message) {
  AddProblem(ProblemKind::kNote, code, std::move(message));
}

Post PostMaker::Finish() {
  std::array<uint16_t, static_cast<size_t>(FieldKind::kOther) + 1> counts{};
  for (Field& field : post_.fields) field.nth = counts[static_cast<size_t>(field.kind)]++;
  return std::move(post_);
}

void PostMaker::AddProblem(ProblemKind kind, std::string_view code, std::string message) {
  const auto is_same = [&message](const Problem& told) { return told.message == message; };
  if (std::ranges::any_of(post_.problems, is_same)) return;
  post_.problems.push_back(
      {kind, std::string(code), std::move(message), {.file = {}, .line = post_.line}});
}

Post TooLargePost(std::string_view source, const Record& record, PostTexts& texts) {
  PostMaker maker(source, record, texts);
  maker.AddUnread(
      "post_too_large",
      "the record is larger than the limit, so it was not looked at. Split it, or raise "
      "the limit with --max-post.");
  return maker.Finish();
}

}  // namespace gatepost
