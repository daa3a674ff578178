#pragma once

// All strings and numbers of a JSON value, wherever in it they stand, so that none is overlooked.

#include <functional>
#include <string_view>

#include "base/json_tree.h"
#include "post/post_maker.h"

namespace gatepost {

// Borrows the tree.
struct JsonLeaf {
  JsonValue value;          // a string, a number, or true or false
  std::string_view key;     // of the member it is, or is an element of; empty: the root's
  std::string_view holder;  // the key of the object that member is of; empty: the root's
  std::string_view outer;   // and of the object around that
  JsonValue object;         // the object that member is of
};

// In their order; members that are given twice are both told.
void ForEachLeaf(JsonValue root, const std::function<void(const JsonLeaf&)>& take);

// Reads a record into the tree. What is wrong with it is a problem of the post: "bad_json", and
// then the tree holds what stands before the fault; "invalid_utf8", where something was lost.
void ReadRecord(const Record& record, JsonTree& tree, PostMaker& maker);

}  // namespace gatepost
