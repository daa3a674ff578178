#pragma once

// Some posts of one input, as they were read from it: lines of JSONL, or a draft.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/post.h"
#include "base/problem.h"
#include "post/jsonl_post.h"
#include "post/line_source.h"

namespace gatepost {

// What is so of posts that do not say otherwise.
struct PostDefaults {
  std::string thread = {};         // their conversation; empty: each stands alone
  PostKind kind = PostKind::kOwn;  // of drafts, which cannot say it
};

// Owns the text. Not thread-safe while posts are added; const use is.
class PostBatch {
 public:
  // Where a post comes from: a line of JSONL, a draft, or neither if it could not be read.
  struct Source {
    enum class Kind : uint8_t { kLine, kDraft, kUnread };
    Kind kind = Kind::kDraft;
    size_t begin = 0;    // in text(); of what could not be read, where it would stand
    size_t end = 0;      // the same
    uint32_t line = 0;   // its number in the input, of a line
    size_t problem = 0;  // of what could not be read, among the batch's problems
  };

  // `input` is where the posts are read from; `begins_input`: none of it was read before.
  explicit PostBatch(std::string input, bool begins_input = true)
      : input_(std::move(input)), begins_input_(begins_input) {}

  // One post with one field.
  void AddDraft(std::string text);
  // A post that could not be read, and why.
  void AddUnread(Problem problem);
  // The post on the line, unless it is blank. A post of more than so many bytes was not read.
  void AddLine(const Line& line, uint64_t max_post_bytes);

  [[nodiscard]] bool begins_input() const { return begins_input_; }
  [[nodiscard]] size_t size() const { return sources_.size(); }  // posts
  [[nodiscard]] const std::vector<Source>& sources() const { return sources_; }
  // All that was read, byte for byte: what no source stands for are ends of lines and blank ones.
  [[nodiscard]] std::string_view text() const { return text_; }
  // What JSON and drafts are made of alone: without ends of lines.
  [[nodiscard]] std::string_view TextOf(const Source& source) const {
    return text().substr(source.begin, source.end - source.begin);
  }

  // The posts, each of a line held by a reader of its own: there are made to be at least as many as
  // posts. Borrows all three.
  [[nodiscard]] std::vector<Post> Read(std::vector<JsonlPostReader>& readers,
                                       const PostDefaults& defaults) const;

 private:
  [[nodiscard]] Post Read(const Source& source, JsonlPostReader& reader) const;

  std::string input_;
  bool begins_input_;
  std::string text_;
  std::vector<Source> sources_;
  std::vector<Problem> problems_;
};

// Says in which input a problem of the post lies.
void SetPlace(const Post& post, Problem& problem);

// The file and, of JSONL, the line that the post was read from.
[[nodiscard]] SourcePlace OriginOf(const Post& post);

// The longest line of JSONL that holds a post of at most so many bytes.
[[nodiscard]] uint64_t LineLimit(uint64_t max_post_bytes);

}  // namespace gatepost
