#pragma once

// Cuts a JSON document into the elements of an array in it: how most platforms write down an
// account's posts. The document may be one line of gigabytes; one element at a time is held.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "post/byte_source.h"
#include "post/post_format.h"

namespace gatepost {

struct JsonArrayOptions {
  // Where the root is an object: its members that hold records. The elements of an array there are
  // a record each, an object is one record, and anything else is passed over. A root array's
  // elements are records in any case.
  std::vector<std::string> keys;
  // The document may stand behind an assignment, `window.YTD.tweets.part0 = `, and before a
  // semicolon.
  bool may_be_assigned = false;
  uint64_t max_record_bytes = 0;
  // All members of a root object hold records, and a string or number there is one as well: for
  // files of which it is not known where the texts are.
  bool takes_all_members = false;
};

// Borrows the bytes. Records have numbers, offsets and lines. Nesting may be of any depth; commas
// are not looked at, and what an element is made of is for its reader. Fails as the bytes do, and
// with kSyntax, where.line set, if the document
// - breaks off before its end, or goes on behind it,
// - is neither an array nor an object with one of the keys and an array or object there.
[[nodiscard]] std::unique_ptr<RecordCutter> CutJsonArray(ByteSource& bytes,
                                                         JsonArrayOptions options);

// How many bytes of JSON a record may have, of a post of `max_post_bytes`: escapes take up to six
// bytes for one, and platforms write much beside the text.
[[nodiscard]] uint64_t JsonRecordLimit(uint64_t max_post_bytes);

}  // namespace gatepost
