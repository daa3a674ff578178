#include "pattern/phrase.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "pattern/list_key.h"
#include "pattern/pattern.h"
#include "text/skeleton.h"
#include "text/skeletoniser.h"

namespace gatepost {
namespace {

// What folding makes of symbols and controls it does not know, and of letters without a Latin form.
// A phrase with them would match whatever else folds to the same.
bool IsLossy(std::string_view original, std::string_view folded) {
  const auto underscores = [](std::string_view text) {
    return std::count(text.begin(), text.end(), '_');
  };
  return folded.find(kSymbolMark) != std::string_view::npos ||
         underscores(folded) > underscores(original);
}

bool IsWordCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool IsSign(char c) {
  return c == '$' || c == '#' || c == kTelephoneMark || c == kMailMark || c == kHouseMark;
}

// Something of a word stands right before `at`: a character, or one with an apostrophe after it.
bool IsInsideWord(std::string_view phrase, size_t at) {
  if (at > 1 && phrase[at - 1] == '\'') --at;
  return at > 0 && IsWordCharacter(phrase[at - 1]);
}

size_t WordCount(std::string_view phrase) {
  size_t count = 0;
  for (size_t at = 0; at < phrase.size(); ++at) {
    const bool begins_word = IsWordCharacter(phrase[at]) && !IsInsideWord(phrase, at);
    if (begins_word || IsSign(phrase[at])) ++count;
  }
  return count;
}

// What is wrong with the folded phrase alone, and what to do; "" if nothing is.
std::string FaultOf(std::string_view original, std::string_view phrase) {
  if (phrase.empty()) return "this phrase is empty once folded as posts are. Leave it out.";
  if (IsLossy(original, phrase)) {
    return "this phrase holds a symbol, or a letter without a Latin form, that folding does not "
           "tell from others. Leave that character out.";
  }
  const size_t words = WordCount(phrase);
  if (words == 0) {
    return "this phrase has no word in it, so it would never be found. Add letters or digits, or "
           "leave it out.";
  }
  if (words > kMaxPhraseWords) {
    return "this phrase has " + std::to_string(words) + " words, and the limit is " +
           std::to_string(kMaxPhraseWords) + ". Shorten it.";
  }
  return "";
}

}  // namespace

std::string FoldedPhrase(std::string_view text) {
  std::string phrase;
  for (const char c : Folded(text)) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (is_space && (phrase.empty() || phrase.back() == ' ')) continue;
    phrase += is_space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (phrase.ends_with(' ')) phrase.pop_back();
  return phrase;
}

std::vector<std::string> ReadPhrases(TableReader& table, std::string_view key, ErrorLog& log) {
  std::vector<std::string> phrases;
  std::set<std::string> seen;
  for (const TomlValue* each : table.Strings(key)) {
    std::string phrase = FoldedPhrase(each->string);
    std::string fault = FaultOf(each->string, phrase);
    if (!fault.empty()) {
      log.Add(each->where, std::move(fault));
    } else if (!seen.insert(phrase).second) {
      log.Add(each->where,
              "this phrase is the same as an earlier one once folded as posts are. Leave one out.");
    }
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

void AddListedPhrases(TableReader& table, std::string_view key, PhraseLists from,
                      std::vector<std::string>& phrases) {
  const ListEntries entries = ReadListOf(table, key, {from.lists, CanonicalForm::kLower}, from.log);
  if (!entries) return;
  const std::set<std::string> given(phrases.begin(), phrases.end());
  std::set<std::string> seen;
  for (const std::string& entry : *entries) {
    std::string phrase = FoldedPhrase(entry);
    std::string fault = FaultOf(entry, phrase);
    if (fault.empty() && !seen.insert(phrase).second) {
      fault = "this phrase stands there twice once folded as posts are. Leave one out.";
    }
    if (!fault.empty()) {
      from.log.Add(table.Find(key)->where, "\"" + entry + "\" of the list: " + fault);
      return;
    }
    if (!given.contains(phrase)) phrases.push_back(std::move(phrase));
  }
}

}  // namespace gatepost
