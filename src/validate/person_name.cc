#include "validate/person_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "validate/name_words.h"
#include "validate/word_table.h"

namespace gatepost {
namespace {

// What stands between first name and surname and belongs to neither.
constexpr WordTable kParticles({
    "ab",    "al",  "ap",  "bin", "bint", "binti", "da",    "das", "de",    "del",
    "della", "den", "der", "di",  "do",   "dos",   "du",    "el",  "ferch", "ibn",
    "la",    "le",  "mac", "nic", "st",   "van",   "verch", "von",
});

// Surnames with which the names of places end as often.
constexpr WordTable kPlaceSurnames({
    "bank",  "banks", "bridge", "brook", "castle", "chapel", "church", "court", "cross", "dale",
    "farm",  "field", "fields", "ford",  "grange", "green",  "grove",  "hall",  "heath", "hill",
    "house", "lane",  "lodge",  "manor", "marsh",  "mill",   "mills",  "moss",  "park",  "parks",
    "place", "pool",  "rise",   "stone", "wells",  "west",   "wood",   "woods",
});

// The saints, kings and great whose first names places are given.
constexpr WordTable kNamesakes({
    "albert",   "alexandra",   "alfred",   "alma",     "andrew",    "ann",     "anne",
    "arthur",   "bartholomew", "bernard",  "caroline", "catherine", "charles", "charlotte",
    "clarence", "cuthbert",    "david",    "dewi",     "edmund",    "edward",  "elizabeth",
    "ernest",   "frederick",   "george",   "gordon",   "harold",    "helen",   "henry",
    "howard",   "james",       "john",     "joseph",   "lawrence",  "leonard", "leopold",
    "louis",    "louisa",      "luke",     "margaret", "martin",    "mary",    "matthew",
    "michael",  "nelson",      "nicholas", "norman",   "oswald",    "patrick", "paul",
    "percy",    "peter",       "philip",   "richard",  "robert",    "russell", "spencer",
    "stanley",  "stephen",     "sydney",   "thomas",   "victoria",  "walter",  "warren",
    "william",
});

// First names that begin a question or an order before another's first name: "Will James …?"
constexpr WordTable kVerbs({
    "bless",
    "can",
    "chase",
    "drew",
    "grant",
    "hope",
    "love",
    "may",
    "rob",
    "said",
    "sue",
    "will",
});

// A word as the lists write it, and the lists it is in: "O'Neill" is "oneill", "J." is "j".
struct Listed {
  explicit Listed(std::string_view as_written) {
    for (const char c : as_written) {
      if (IsLetter(c)) word += Lower(c);
    }
    lists = NameListsOf(word);
  }
  [[nodiscard]] bool Is(NameList list) const { return (lists & list) != 0; }

  std::string word;
  NameLists lists = 0;
};

bool IsParticle(std::string_view word) { return kParticles.Holds(word); }

bool IsInitial(std::string_view word) {
  return word.size() == 1 || word.find('.') != std::string_view::npos;
}

bool HasCapital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool IsInCapitals(std::string_view word) {
  return !IsInitial(word) &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "McXyzzy", "O'Xyzzy": a surname, whatever follows.
bool HasSurnamePrefix(std::string_view word) {
  if (word.size() > 4 && word.find('\'') == 1) return true;
  const std::string lower = InLowerCase(word);
  for (const std::string_view prefix : {"mc", "mac"}) {
    const size_t length = prefix.size();
    if (lower.starts_with(prefix) && word.size() > length + 2 && word[length] <= 'Z') return true;
  }
  return false;
}

// The words of a value, first names before the surname.
class Words {
 public:
  explicit Words(std::string_view value) {
    const size_t comma = value.find(',');
    if (comma == std::string_view::npos) {
      Append(value);
      MoveCapitalsToTheEnd();
    } else {
      Append(value.substr(comma + 1));
      Append(value.substr(0, comma));
    }
  }

  [[nodiscard]] size_t size() const { return size_; }
  [[nodiscard]] std::string_view operator[](size_t i) const { return words_[i]; }
  [[nodiscard]] std::string_view first() const { return words_[0]; }
  [[nodiscard]] std::string_view last() const { return words_[size_ - 1]; }

 private:
  // Those of a nickname without its quotes or brackets.
  void Append(std::string_view text) {
    while (!text.empty() && size_ < words_.size()) {
      const size_t end = std::min(text.find(' '), text.size());
      std::string_view word = text.substr(0, end);
      while (!word.empty() && !IsLetter(word.front())) word.remove_prefix(1);
      if (!word.empty()) words_[size_++] = word;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  // "ST JOHN Ann": what alone is in capitals is the surname, but for two initials.
  void MoveCapitalsToTheEnd() {
    if (size_ == 0 || IsInCapitals(last())) return;
    size_t capitals = 0;
    while (capitals < size_ && IsInCapitals(words_[capitals])) ++capitals;
    if (capitals == 1 && words_[0].size() == 2) return;
    const auto begin = words_.begin();
    std::rotate(begin, begin + static_cast<std::ptrdiff_t>(capitals),
                begin + static_cast<std::ptrdiff_t>(size_));
  }

  std::array<std::string_view, 8> words_{};
  size_t size_ = 0;
};

// What the lists say of a value.
struct Name {
  bool is_one = false;        // two words or more, and none that is no part of a name
  bool has_initials = false;  // for a first name
  bool has_dot = false;       // behind an initial
  bool has_known_first = false;
  bool has_common_first = false;
  bool has_known_middle = false;  // a first name that is no common word
  bool has_known_last = false;
  bool has_common_last = false;
  bool has_place_last = false;  // may be a place's
  bool is_namesake = false;     // the first name is one that places are given
  bool is_sentence = false;     // may be "Will James …?"
};

// Up to a hyphen.
Listed FirstPartOf(std::string_view word) { return Listed(word.substr(0, word.find('-'))); }

void LookAtFirst(const Words& words, Name& name) {
  const std::string_view word = words.first();
  const bool is_abbreviated = word.size() == 2 && IsInCapitals(word) && !IsInCapitals(words.last());
  const Listed listed = FirstPartOf(word);
  name.has_initials = IsInitial(word) || is_abbreviated;
  name.has_dot = word.find('.') != std::string_view::npos;
  name.has_known_first = !name.has_initials && listed.Is(kFirstNameList);
  name.has_common_first = !name.has_initials && listed.Is(kCommonWordList);
  name.is_namesake = kNamesakes.Holds(listed.word);
  name.is_sentence = kVerbs.Holds(listed.word);
}

void LookAtLast(const Words& words, const Listed& listed, Name& name) {
  const std::string_view word = words.last();
  const size_t hyphen = word.find('-');
  const bool is_double = hyphen != std::string_view::npos;
  name.has_known_last =
      listed.Is(kSurnameList) || HasSurnamePrefix(word) || IsParticle(words[words.size() - 2]) ||
      (is_double &&
       (FirstPartOf(word).Is(kSurnameList) || Listed(word.substr(hyphen)).Is(kSurnameList)));
  name.has_common_last = listed.Is(kCommonWordList);
  name.has_place_last = kPlaceSurnames.Holds(listed.word);
  name.is_sentence = name.is_sentence && listed.Is(kFirstNameList);
}

// False if one of the words between cannot stand there.
bool LookBetween(const Words& words, Name& name) {
  for (size_t i = 1; i + 1 < words.size(); ++i) {
    if (IsParticle(words[i]) || IsInitial(words[i])) continue;
    const Listed listed = FirstPartOf(words[i]);
    const bool is_first = listed.Is(kFirstNameList);
    const bool is_common = listed.Is(kCommonWordList);
    if (listed.Is(kNeverNameList)) return false;
    if (is_common && !is_first && !listed.Is(kSurnameList)) return false;
    name.has_known_middle = name.has_known_middle || (is_first && !is_common);
  }
  return true;
}

Name LookUp(std::string_view value) {
  Name name;
  const Words words(value);
  if (words.size() < 2 || IsInitial(words.last())) return name;
  const Listed last(words.last());
  if (last.Is(kNeverNameList)) return name;
  if (!IsInitial(words.first()) && Listed(words.first()).Is(kNeverNameList)) return name;
  LookAtFirst(words, name);
  LookAtLast(words, last, name);
  const bool begins_with_surname = IsParticle(words.first()) && !name.has_known_first;
  name.is_one = !begins_with_surname && LookBetween(words, name);
  return name;
}

// Several patterns ask of the same few values one after the other.
class LatestNames {
 public:
  const Name& Of(std::string_view value) {
    for (const Known& known : known_) {
      if (known.value == value) return known.name;
    }
    Known& oldest = known_[next_++ % known_.size()];
    oldest.name = LookUp(value);
    oldest.value = value;
    return oldest.name;
  }

 private:
  struct Known {
    std::string value;
    Name name;  // of no value: none
  };
  std::array<Known, 4> known_;
  size_t next_ = 0;
};

Name NameIn(std::string_view value) {
  thread_local LatestNames latest;
  return latest.Of(value);
}

bool IsFull(const Name& name) {
  if (!name.is_one || !name.has_known_first || !name.has_known_last) return false;
  if (name.has_place_last && name.is_namesake) return false;
  if (!name.has_common_first || name.has_known_middle) return true;
  return !name.has_common_last && !name.is_sentence;
}

bool IsLikely(const Name& name) {
  if (IsFull(name)) return true;
  if (!name.is_one || name.has_place_last) return false;
  if (name.has_initials) return name.has_known_last && (name.has_dot || !name.has_common_last);
  if (name.has_common_first || name.has_common_last) return false;
  return name.has_known_first || name.has_known_last;
}

}  // namespace

bool IsFullName(std::string_view value) {
  const Name name = NameIn(value);
  // Without capitals every word may be a common one.
  if (!HasCapital(value) && (name.has_common_first || name.has_common_last)) return false;
  return IsFull(name);
}

bool IsLikelyName(std::string_view value) { return IsLikely(NameIn(value)); }

bool IsPossibleName(std::string_view value) {
  const Name name = NameIn(value);
  if (!name.is_one || (name.has_common_first && !name.has_known_first)) return false;
  return !name.has_place_last || !(name.is_namesake || name.has_common_first);
}

}  // namespace gatepost
