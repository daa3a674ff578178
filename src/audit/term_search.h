#pragma once

// Names, handles and addresses, looked for in the words of posts: what a store cannot answer.
//
// Texts are compared as they are read by eye: without regard to case, accents, look-alike letters,
// punctuation and line ends, and by whole words.
//
// - A name is its words one after the other, "Edna Fictional". Any but the last may stand as its
//   initial ("E Fictional"), and the last may stand first ("Fictional, Edna").
// - A handle, "@edna_f", is neither followed nor preceded by what handles are made of; it is also
//   compared with the account of the post.
// - An address is its words one after the other; "Street" and "St", "Road" and "Rd" and their like
//   are the same.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/post.h"
#include "base/result.h"

namespace gatepost {

struct SearchTerms {
  std::vector<std::string> names;
  std::vector<std::string> handles;
  std::vector<std::string> addresses;
};

// Const, shared by all threads.
class TermSearch {
 public:
  // kUsage, which names a term by its place alone, for one that has no letters or digits that can
  // be compared.
  [[nodiscard]] static Result<TermSearch> Of(const SearchTerms& terms);

  // What a term is called in answers: "name 1", "handle 2". In the order of the terms: names, then
  // handles, then addresses.
  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }
  // Which terms, by their places in labels(), the post has, ascending.
  [[nodiscard]] std::vector<size_t> In(const Post& post) const;

 private:
  using Words = std::vector<std::string>;
  TermSearch() = default;

  std::vector<std::string> labels_;
  std::vector<Words> names_;
  std::vector<std::string> handles_;
  std::vector<Words> addresses_;
};

}  // namespace gatepost
