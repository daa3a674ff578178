#pragma once

// A post in the making, out of a record of JSON: what the readers of formats share. It copies what
// it is given into PostTexts and sees to it that nothing is lost in silence:
// - a record that is too large, is no JSON or is not what the format expects is an unread problem
//   of its post ("post_too_large", "bad_record"), and what was read of it is kept;
// - a text that is not a string is one too ("bad_field"), so are texts over kMaxFields
//   ("too_many_fields") and what had to be repaired ("invalid_utf8");
// - of a member given twice all texts are taken.
//
//   RecordPost made(record, texts, "x");
//   const JsonValue root = made.Read(tree_);
//   if (!root.is_object()) return made.Unexpected();
//   made.AddTexts(FieldKind::kText, root, "text");
//   return made.Finish();

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/json_tree.h"
#include "base/post.h"
#include "post/post_format.h"
#include "post/post_maker.h"

namespace gatepost {

// For one post. Borrows the record and the texts.
class RecordPost {
 public:
  RecordPost(const Record& record, PostTexts& texts, std::string_view source);

  // The record's root, or what of it stood before a fault; nothing, if it is too large.
  [[nodiscard]] JsonValue Read(JsonTree& tree);

  // What is there of the record ends at a fault.
  [[nodiscard]] bool is_broken() const { return is_broken_; }

  // To set the members of; texts go through Keep.
  [[nodiscard]] Post& post() { return maker_.post(); }
  [[nodiscard]] std::string_view Keep(std::string_view text) { return maker_.Keep(text); }

  // The text of a value; a problem of anything but a string and null. Borrows the tree.
  [[nodiscard]] std::string_view TextOf(JsonValue value);
  // A field, unless the text is empty.
  void AddText(FieldKind kind, std::string_view text) { maker_.Add(kind, text); }
  // A field of every member of that name. null and "" are no texts.
  void AddTexts(FieldKind kind, JsonValue object, std::string_view key);
  // The same of HTML: its text with a map back to it, and beside it what ReadHtml tells of
  // alternative texts and comments, and of links other than mentions and hashtags.
  void AddHtml(FieldKind kind, std::string_view html);
  void AddHtmls(FieldKind kind, JsonValue object, std::string_view key);
  // A field, unless the post has that link.
  void AddLink(std::string_view target);
  void AddMedia(size_t count);
  // The time, or a note if there is none.
  void SetPublished(std::optional<Time> published);

  void AddUnread(std::string_view code, std::string message) {
    maker_.AddUnread(code, std::move(message));
  }
  void AddNote(std::string_view code, std::string message) {
    maker_.AddNote(code, std::move(message));
  }

  [[nodiscard]] Post Finish() { return maker_.Finish(); }
  // Of a record that is not what the format expects.
  [[nodiscard]] Post Unexpected();

 private:
  const Record& record_;
  PostTexts& texts_;
  PostMaker maker_;
  bool is_broken_ = false;
  std::unordered_set<std::string_view> links_;
};

}  // namespace gatepost
