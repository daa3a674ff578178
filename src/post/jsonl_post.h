#pragma once

// A line of JSONL as a post. The record:
// {"id","source","account","channel","kind","language","url", "thread","published","media","text"}
// with "text" alone required, or "fields":[{"kind","text"}] instead of it or beside it.
// docs/report.md has the table of what becomes of bad input.

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "base/post.h"
#include "base/result.h"

namespace gatepost {

// Reads one line at a time into memory of its own that it reuses. One per thread.
class JsonlPostReader {
 public:
  JsonlPostReader();
  ~JsonlPostReader();
  JsonlPostReader(JsonlPostReader&&) noexcept;
  JsonlPostReader& operator=(JsonlPostReader&&) noexcept;

  // The post on the line, valid until the next call; `where` names the line in its problems and is
  // borrowed by the post.
  // Nothing that could hold personal data is lost in silence:
  // - "text", and every other kind of field by its name ("alt_text", "title" …), may stand in the
  //   record itself; of a key given twice all texts are scanned. An entry of "fields" of a kind
  //   that is not known is scanned as `other`, with a note.
  // - In the objects of a "media" array, "description", "alt" and "alt_text" are alternative texts.
  // - A text or kind of a field that is not a string, an entry of "fields" without a text or with
  //   anything else in it, and a record without any text are unread problems ("bad_field",
  //   "no_text"); so are texts beyond kMaxFields ("too_many_fields"). null is the same as absent.
  // - A line that is no JSON object is an unread problem, "bad_json"; what was read of it before
  //   the fault is kept, which may be nothing.
  // - What was repaired (invalid UTF-8, lone surrogates) is an unread problem, "invalid_utf8"; raw
  //   control characters in strings are kept, with a note.
  // - Other members that cannot be used or are given twice (the last counts) are notes. Keys that
  //   are not known are ignored.
  [[nodiscard]] const Post& Read(std::string_view line, const SourcePlace& where);
  // Of each field of that post, which string of the line it is: the keys and strings are counted
  // from 0, in their order. Ascending.
  [[nodiscard]] const std::vector<uint32_t>& strings() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gatepost
