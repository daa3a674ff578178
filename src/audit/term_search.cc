#include "audit/term_search.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "text/fold.h"

namespace gatepost {
namespace {

using Words = std::vector<std::string>;

// As post offices abbreviate them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kAbbreviations{{
    {"avenue", "ave"},
    {"boulevard", "blvd"},
    {"buildings", "bldgs"},
    {"close", "cl"},
    {"court", "ct"},
    {"crescent", "cres"},
    {"drive", "dr"},
    {"gardens", "gdns"},
    {"grove", "gr"},
    {"lane", "ln"},
    {"mount", "mt"},
    {"place", "pl"},
    {"road", "rd"},
    {"square", "sq"},
    {"street", "st"},
    {"terrace", "terr"},
}};

bool IsHandleCharacter(char c) { return IsAlphanumeric(c) || c == '_'; }

// The words of a folded text in lower case. An apostrophe parts no word, and the 's behind one
// belongs to none.
Words WordsOf(std::string_view folded) {
  Words words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (IsAlphanumeric(c)) {
      word += Lower(c);
      continue;
    }
    const bool is_within = c == '\'' && !word.empty() && i + 1 < folded.size();
    if (!is_within) {
      end_word();
      continue;
    }
    const bool is_possessive =
        Lower(folded[i + 1]) == 's' && (i + 2 == folded.size() || !IsAlphanumeric(folded[i + 2]));
    if (is_possessive) ++i;
  }
  end_word();
  return words;
}

void Abbreviate(Words& words) {
  for (std::string& word : words) {
    for (const auto& [whole, brief] : kAbbreviations) {
      if (word == whole) word = brief;
    }
  }
}

bool StandsAt(const Words& words, size_t at, const Words& term) {
  return at + term.size() <= words.size() &&
         std::equal(term.begin(), term.end(), words.begin() + static_cast<ptrdiff_t>(at));
}

// A given name, whole or as its initial.
bool IsGivenName(std::string_view word, std::string_view name) {
  return word == name || (word.size() == 1 && word.front() == name.front());
}

bool NameStandsAt(const Words& words, size_t at, const Words& name) {
  if (at + name.size() > words.size()) return false;
  const size_t given = name.size() - 1;
  const auto are_given = [&](size_t from) {
    for (size_t i = 0; i < given; ++i) {
      if (!IsGivenName(words[from + i], name[i])) return false;
    }
    return true;
  };
  const std::string& last = name.back();
  return (words[at + given] == last && are_given(at)) || (words[at] == last && are_given(at + 1));
}

template <class StandsHere>
bool StandsAnywhere(const Words& words, const StandsHere& stands_here) {
  for (size_t at = 0; at < words.size(); ++at) {
    if (stands_here(at)) return true;
  }
  return false;
}

bool HasHandle(std::string_view lower, std::string_view handle) {
  for (size_t at = lower.find(handle); at != std::string_view::npos;
       at = lower.find(handle, at + 1)) {
    const size_t end = at + handle.size();
    const bool begins = at == 0 || !IsHandleCharacter(lower[at - 1]);
    const bool ends = end == lower.size() || !IsHandleCharacter(lower[end]);
    if (begins && ends) return true;
  }
  return false;
}

std::string HandleOf(std::string_view written) {
  std::string handle = InLowerCase(Folded(written));
  while (handle.starts_with('@') || handle.starts_with(' ')) handle.erase(0, 1);
  while (handle.ends_with(' ')) handle.pop_back();
  return handle;
}

}  // namespace

Result<TermSearch> TermSearch::Of(const SearchTerms& terms) {
  TermSearch search;
  std::string unusable;
  const auto add = [&](const std::string& kind, size_t number, bool is_empty) {
    search.labels_.push_back(kind + " " + std::to_string(number));
    if (is_empty && unusable.empty()) unusable = search.labels_.back();
  };
  for (const std::string& name : terms.names) {
    search.names_.push_back(WordsOf(Folded(name)));
    add("name", search.names_.size(), search.names_.back().empty());
  }
  for (const std::string& handle : terms.handles) {
    search.handles_.push_back(HandleOf(handle));
    add("handle", search.handles_.size(),
        std::ranges::none_of(search.handles_.back(), IsAlphanumeric));
  }
  for (const std::string& address : terms.addresses) {
    Words words = WordsOf(Folded(address));
    Abbreviate(words);
    search.addresses_.push_back(std::move(words));
    add("address", search.addresses_.size(), search.addresses_.back().empty());
  }
  if (unusable.empty()) return search;
  return Fail(ErrorCode::kUsage,
              unusable +
                  " has no letters or digits that can be compared. Write it in Latin "
                  "letters.");
}

std::vector<size_t> TermSearch::In(const Post& post) const {
  std::vector<bool> has(labels_.size());
  for (const Field& field : post.fields) {
    const std::string folded = Folded(field.text);
    Words words = WordsOf(folded);
    size_t term = 0;
    for (const Words& name : names_) {
      has[term] = has[term] ||
                  StandsAnywhere(words, [&](size_t at) { return NameStandsAt(words, at, name); });
      ++term;
    }
    const std::string lower = handles_.empty() ? std::string() : InLowerCase(folded);
    for (const std::string& handle : handles_) {
      has[term] = has[term] || HasHandle(lower, handle);
      ++term;
    }
    if (!addresses_.empty()) Abbreviate(words);
    for (const Words& address : addresses_) {
      has[term] = has[term] ||
                  StandsAnywhere(words, [&](size_t at) { return StandsAt(words, at, address); });
      ++term;
    }
  }
  const std::string account = HandleOf(post.account);
  for (size_t i = 0; i < handles_.size(); ++i) {
    if (account == handles_[i]) has[names_.size() + i] = true;
  }
  std::vector<size_t> found;
  for (size_t i = 0; i < has.size(); ++i) {
    if (has[i]) found.push_back(i);
  }
  return found;
}

}  // namespace gatepost
