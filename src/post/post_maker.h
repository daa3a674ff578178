#pragma once

// A post put together text by text, by the readers of formats.
//
//   PostMaker maker("reddit", record, texts);
//   maker.Add(FieldKind::kText, body);
//   return maker.Finish();

#include <string>
#include <string_view>

#include "base/post.h"
#include "post/post_format.h"

namespace gatepost {

// Copies what it is given into `texts`, which it borrows for its own life and the post's. One post
// each.
class PostMaker {
 public:
  // `source` is borrowed by the post: a name that lasts.
  PostMaker(std::string_view source, const Record& record, PostTexts& texts);

  // The post as far as it has come: its plain members are set directly, from Keep.
  [[nodiscard]] Post& post() { return post_; }
  [[nodiscard]] std::string_view Keep(std::string_view text) { return texts_.Keep(text); }

  // An empty text is none. Beyond kMaxFields texts are not read, which is a problem.
  void Add(FieldKind kind, std::string_view text);
  // The same of a text that is kept already, with its map to what it was made from, if it has one.
  void AddKept(FieldKind kind, std::string_view kept, const OffsetMap* source = nullptr);
  // Each message is told once. Messages never hold what stands in the record.
  void AddUnread(std::string_view code, std::string message);
  void AddNote(std::string_view code, std::string message);

  // The post, its fields numbered.
  [[nodiscard]] Post Finish();

 private:
  void AddProblem(ProblemKind kind, std::string_view code, std::string message);

  PostTexts& texts_;
  Post post_;
};

// What becomes of a record that is too large: a post that says so.
[[nodiscard]] Post TooLargePost(std::string_view source, const Record& record, PostTexts& texts);

}  // namespace gatepost
