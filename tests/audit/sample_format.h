#pragma once

// A format of posts for tests: a record is "id|text"; a file of context is "@account", "~link" of a
// long text, or "name=records" that a file has.

#include <optional>
#include <string>
#include <string_view>

#include "post/post_format.h"

namespace gatepost {

class SampleFormat final : public PostFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "sample"; }
  [[nodiscard]] std::string_view title() const override { return "Sample"; }
  [[nodiscard]] FileRole RoleOf(const FileHead& /*head*/) const override {
    return FileRole::kPosts;
  }

  [[nodiscard]] Status Survey(const FileHead& /*head*/, ByteSource& bytes,
                              ExportContext& context) const override {
    const Result<std::string> text = ReadAll(bytes, 1 << 20);
    if (!text) return Fail(text.error());
    const size_t equals = text->find('=');
    if (text->starts_with("@")) context.account = text->substr(1);
    if (text->starts_with("~")) context.long_texts["17"] = {"text", {text->substr(1)}};
    if (equals != std::string::npos) {
      context.declared[text->substr(0, equals)] = std::stoull(text->substr(equals + 1));
    }
    return {};
  }

  [[nodiscard]] std::unique_ptr<RecordCutter> MakeCutter(
      const FileHead& /*head*/, ByteSource& /*bytes*/,
      const ReadOptions& /*options*/) const override {
    return nullptr;  // tests cut records themselves
  }

  [[nodiscard]] std::unique_ptr<RecordReader> MakeReader(
      const FileHead& /*head*/, const ExportContext& /*context*/,
      const ReadOptions& /*options*/) const override {
    return std::make_unique<Reader>();
  }

 private:
  // "like" and "private" give no post.
  class Reader final : public RecordReader {
   public:
    std::optional<Post> Read(const Record& record, PostTexts& texts) override {
      is_private_ = record.bytes == "private";
      if (is_private_ || record.bytes == "like") return std::nullopt;
      const std::string_view kept = texts.Keep(record.bytes);
      const size_t bar = kept.find('|');
      Post post;
      post.id = kept.substr(0, bar);
      if (bar == std::string_view::npos) {
        post.id = {};
        post.problems.push_back({ProblemKind::kUnread,
                                 record.is_too_large ? "post_too_large" : "not_a_record",
                                 "is no record.",
                                 {}});
        return post;
      }
      post.fields.push_back({FieldKind::kText, 0, kept.substr(bar + 1), nullptr});
      return post;
    }
    [[nodiscard]] NoPost why_none() const override {
      return is_private_ ? NoPost::kIsPrivate : NoPost::kIsNone;
    }

   private:
    bool is_private_ = false;
  };
};

}  // namespace gatepost
