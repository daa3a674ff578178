// Runs of elements (number words, digits as they are, single letters), gathered from left to right
// and rewritten if there are enough words in them.

#include "text/spelled_digits.h"

#include <optional>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "text/number_words.h"

namespace gatepost {
namespace {

using Kind = NumberWord::Kind;

constexpr uint32_t kMostBetween = 4;  // bytes between two elements: ", ", " - ", "..."
constexpr size_t kManyWords = 6;
constexpr size_t kShortestRunTogether = 9;

struct Element {
  Span place;
  std::optional<NumberWord> word;  // nothing: digits or a letter, as they are written
};

class Run {
 public:
  explicit Run(std::string_view text) : text_(text) {}

  [[nodiscard]] bool empty() const { return elements_.empty(); }
  [[nodiscard]] uint32_t end() const { return elements_.back().place.end; }
  void Clear() { elements_.clear(); }
  void Add(Element element) { elements_.push_back(std::move(element)); }

  // Writes the run as digits, if it is a number.
  void Write(Rewriting& rewriting) {
    Trim();
    if (!IsNumber()) return;
    for (size_t i = 0; i < elements_.size(); ++i) {
      if (i > 0) Drop({elements_[i - 1].place.end, elements_[i].place.begin}, rewriting);
      i = WriteElement(i, rewriting);
    }
  }

 private:
  [[nodiscard]] std::optional<Kind> KindAt(size_t i) const {
    if (i >= elements_.size() || !elements_[i].word) return std::nullopt;
    return elements_[i].word->kind;
  }
  [[nodiscard]] bool IsDigits(size_t i) const {
    return i < elements_.size() && !elements_[i].word && IsDigit(text_[elements_[i].place.begin]);
  }
  [[nodiscard]] bool IsZero(size_t i) const {
    return KindAt(i) == Kind::kWeak && elements_[i].place.size() == 1;
  }

  // Words that are none of a number's own leave its ends.
  void Trim() {
    const auto is_loose = [this](size_t i) {
      const auto kind = KindAt(i);
      return kind == Kind::kFiller || kind == Kind::kWeak;
    };
    while (!empty() && (KindAt(elements_.size() - 1) == Kind::kRepeat ||
                        (is_loose(elements_.size() - 1) && !IsLastZero()))) {
      elements_.pop_back();
    }
    size_t first = 0;
    while (first < elements_.size() && is_loose(first) && !IsZero(first)) ++first;
    elements_.erase(elements_.begin(), elements_.begin() + static_cast<std::ptrdiff_t>(first));
  }

  // "double o", and an o that no word follows: "seven o'clock", "naw o bobl".
  [[nodiscard]] bool IsLastZero() const {
    const size_t last = elements_.size() - 1;
    if (!IsZero(last)) return false;
    if (last > 0 && KindAt(last - 1) == Kind::kRepeat) return true;
    size_t next = elements_[last].place.end;
    if (next < text_.size() && text_[next] == '\'') return false;
    while (next < text_.size() && text_[next] == ' ') ++next;
    return next == text_.size() || !IsLetter(text_[next]);
  }

  [[nodiscard]] bool IsNumber() const {
    size_t words = 0;
    size_t digits = 0;
    size_t homophones = 0;
    for (size_t i = 0; i < elements_.size(); ++i) {
      const auto kind = KindAt(i);
      if (!kind) {
        if (IsDigits(i)) digits += elements_[i].place.size();
      } else if (kind != Kind::kFiller) {
        if (kind != Kind::kWeak) ++words;
        if (kind == Kind::kWeak && !IsZero(i)) ++homophones;
        digits += DigitsOf(i).size();
        if (i > 0 && KindAt(i - 1) == Kind::kRepeat) digits += Times(i - 1) - 1;
      }
    }
    if (homophones > 0 && words < kManyWords) return false;  // "two for one, four for two"
    return (words >= 3 && digits >= 6) || (words >= 4 && digits >= 5) ||
           (words >= 2 && digits >= 9);
  }

  [[nodiscard]] size_t Times(size_t i) const {
    return static_cast<size_t>(DigitValue(elements_[i].word->digits.front()));
  }

  // What the word stands for beside its neighbours.
  [[nodiscard]] std::string DigitsOf(size_t i) const {
    const NumberWord& word = *elements_[i].word;
    const auto next = KindAt(i + 1);
    const bool ends_here = next != Kind::kDigit || IsNought(i + 1);
    switch (word.kind) {
      case Kind::kTens:
        return std::string(word.digits) + (ends_here ? "0" : "");
      case Kind::kHundred: {
        const bool goes_on = next == Kind::kFiller && text_[elements_[i + 1].place.begin] == 'a';
        const auto after = goes_on ? KindAt(i + 2) : std::nullopt;
        if (after == Kind::kTens || after == Kind::kTeen) return {};
        return after == Kind::kDigit ? "0" : "00";
      }
      case Kind::kRepeat:
      case Kind::kFiller:
        return {};
      default:
        return std::string(word.digits);
    }
  }
  [[nodiscard]] bool IsNought(size_t i) const { return elements_[i].word->digits == "0"; }

  // Writes element i, a repeat together with what it repeats. Returns the last that was written.
  size_t WriteElement(size_t i, Rewriting& rewriting) const {
    const Element& element = elements_[i];
    if (!element.word) return i;
    if (KindAt(i) == Kind::kRepeat && i + 1 < elements_.size()) {
      const Element& next = elements_[i + 1];
      std::string digits = next.word ? DigitsOf(i + 1) : std::string(Cut(text_, next.place));
      digits.insert(0, Times(i) - 1, digits.empty() ? '0' : digits.front());
      rewriting.Replace({element.place.begin, next.place.end}, digits, Way::kSpelledDigits);
      return i + 1;
    }
    rewriting.Replace(element.place, DigitsOf(i), Way::kSpelledDigits);
    return i;
  }

  static void Drop(Span between, Rewriting& rewriting) {
    if (!between.empty()) rewriting.Drop(between, Way::kSpelledDigits);
  }

  std::string_view text_;
  std::vector<Element> elements_;
};

// Words that are letters of a reference when they stand alone are words of the sentence otherwise.
bool IsSingleLetter(std::string_view token) {
  constexpr std::string_view kWords = "aioyI";
  return token.size() == 1 && IsLetter(token.front()) &&
         kWords.find(token.front()) == std::string_view::npos;
}

class DigitSpeller {
 public:
  explicit DigitSpeller(std::string_view text) : text_(text), rewriting_(text), run_(text) {}

  Derivation Spell() {
    for (uint32_t at = 0; at < text_.size();) {
      if (!IsAlphanumeric(text_[at])) {
        ++at;
        continue;
      }
      uint32_t end = at + 1;
      while (end < text_.size() && IsAlphanumeric(text_[end])) ++end;
      Take({at, end});
      at = end;
    }
    EndRun();
    return rewriting_.Finish();
  }

 private:
  void Take(Span token) {
    if (!run_.empty() && token.begin - run_.end() > kMostBetween) EndRun();
    const std::string_view letters = Cut(text_, token);
    if (AreDigits(letters) || IsSingleLetter(letters)) return run_.Add({token, std::nullopt});
    if (const auto word = FindNumberWord(letters)) {
      if (!MayBegin(*word) && run_.empty()) return;
      return run_.Add({token, word});
    }
    if (!TakeRunTogether(token)) EndRun();
  }

  static bool MayBegin(const NumberWord& word) {
    const bool is_zero = word.kind == Kind::kWeak && word.word == "o";
    return is_zero || (word.kind != Kind::kFiller && word.kind != Kind::kWeak &&
                       word.kind != Kind::kHundred && word.kind != Kind::kThousand);
  }

  // "ohsevendoublenine"
  bool TakeRunTogether(Span token) {
    if (token.size() < kShortestRunTogether) return false;
    std::vector<Element> parts;
    for (uint32_t at = token.begin; at < token.end;) {
      const auto word = NumberWordAtBegin(Cut(text_, {at, token.end}));
      if (!word) return false;
      const auto end = static_cast<uint32_t>(at + word->word.size());
      parts.push_back({{at, end}, word});
      at = end;
    }
    if (parts.size() < 3) return false;
    for (Element& part : parts) run_.Add(std::move(part));
    return true;
  }

  void EndRun() {
    if (!run_.empty()) run_.Write(rewriting_);
    run_.Clear();
  }

  std::string_view text_;
  Rewriting rewriting_;
  Run run_;
};

}  // namespace

Derivation WithDigitsForWords(std::string_view text) { return DigitSpeller(text).Spell(); }

}  // namespace gatepost
