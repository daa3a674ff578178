#pragma once

// The JSON of an answer, to be asked for its members.

#include <string>
#include <string_view>
#include <utility>

#include "base/json_tree.h"
#include "catch.h"
#include "http/response.h"

namespace gatepost::service {

// Must outlive what is asked of it.
class AnswerTree {
 public:
  explicit AnswerTree(const Response& response) : AnswerTree(std::string(response.content())) {}
  explicit AnswerTree(std::string json) : json_(std::move(json)) {
    const auto outcome = tree_.Read(json_);
    if (!outcome) FAIL(json_);
  }

  JsonValue operator[](std::string_view key) const { return tree_.root()[key]; }
  // Elements or members of that member.
  [[nodiscard]] size_t Count(std::string_view key) const {
    size_t count = 0;
    for (const JsonValue value : (*this)[key].elements()) count += value.exists() ? 1U : 0U;
    return count;
  }

 private:
  std::string json_;
  JsonTree tree_;
};

}  // namespace gatepost::service
