#include "service/choices.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "http/form.h"
#include "service/refusing.h"

namespace gatepost::service {
namespace {

// A value's name and what it means.
template <class T>
using Named = std::pair<std::string_view, T>;

constexpr std::array<Named<SpanUnit>, 3> kUnits = {{{"bytes", SpanUnit::kBytes},
                                                    {"codepoints", SpanUnit::kCodepoints},
                                                    {"utf16", SpanUnit::kUtf16}}};
constexpr std::array<Named<Language>, 2> kLanguages = {
    {{"en", Language::kEnglish}, {"cy", Language::kWelsh}}};
constexpr std::array<Named<bool>, 2> kBools = {{{"true", true}, {"false", false}}};
constexpr std::array<Named<RedactAs>, 4> kWays = {{{"label", RedactAs::kLabel},
                                                   {"mask", RedactAs::kMask},
                                                   {"remove", RedactAs::kRemove},
                                                   {"replace", RedactAs::kReplace}}};
constexpr std::array<Named<Action>, 3> kActions = {
    {{"review", Action::kReview}, {"block", Action::kBlock}, {"pass", Action::kPass}}};

// Sets `target` to what `value` names; false: it names nothing.
template <class T, class Target, size_t kSize>
bool Choose(const std::array<Named<T>, kSize>& values, std::string_view value, Target& target) {
  const auto found = std::ranges::find(values, value, &Named<T>::first);
  if (found == values.end()) return false;
  target = found->second;
  return true;
}

struct Rule {
  Parameter parameter;
  std::string_view name;
  std::string_view values;  // for people
  bool (*read)(std::string_view value, Choices& choices);
};

constexpr std::array<Rule, 6> kRules = {{
    {Parameter::kOffsets, "offsets", "bytes, codepoints or utf16",
     [](std::string_view value, Choices& to) { return Choose(kUnits, value, to.unit); }},
    {Parameter::kLang, "lang", "en or cy",
     [](std::string_view value, Choices& to) { return Choose(kLanguages, value, to.language); }},
    {Parameter::kChannel, "channel", "a name",
     [](std::string_view value, Choices& to) {
       to.channel = value;
       return true;
     }},
    {Parameter::kEnforce, "enforce", "true or false",
     [](std::string_view value, Choices& to) { return Choose(kBools, value, to.enforces); }},
    {Parameter::kAs, "as", "label, mask, remove or replace",
     [](std::string_view value, Choices& to) { return Choose(kWays, value, to.way); }},
    {Parameter::kLeast, "least", "review, block or pass",
     [](std::string_view value, Choices& to) { return Choose(kActions, value, to.least); }},
}};

// A word that can be repeated in an answer: no number or address is one.
bool IsPlainWord(std::string_view name) {
  constexpr size_t kMaxBytes = 32;
  return !name.empty() && name.size() <= kMaxBytes &&
         std::ranges::all_of(name, [](char c) { return IsLetter(c) || c == '_' || c == '-'; });
}

std::string NotTaken(std::string_view name, std::initializer_list<Parameter> taken) {
  std::string message = IsPlainWord(name)
                            ? "\"" + std::string(name) + "\" is no parameter here; those are"
                            : "The query has a parameter that is none here; those are";
  std::string_view separator = " ";
  for (const Rule& rule : kRules) {
    if (std::ranges::find(taken, rule.parameter) == taken.end()) continue;
    message.append(separator).append(rule.name);
    separator = ", ";
  }
  return message + ".";
}

// Reads the query, parameter by parameter.
class ChoiceReader {
 public:
  explicit ChoiceReader(std::initializer_list<Parameter> taken) : taken_(taken) {}

  // What is wrong with it; empty: nothing.
  [[nodiscard]] std::string Read(const FormMember& member) {
    const auto* const rule = std::ranges::find(kRules, member.name, &Rule::name);
    if (rule == kRules.end() || std::ranges::find(taken_, rule->parameter) == taken_.end()) {
      return NotTaken(member.name, taken_);
    }
    const std::string name = "The parameter \"" + std::string(rule->name) + "\" ";
    const uint32_t bit = 1U << static_cast<uint32_t>(rule->parameter);
    if ((given_ & bit) != 0) return name + "is given twice.";
    given_ |= bit;
    if (rule->read(DecodedForm(member.value), choices_)) return {};
    return name + "is " + std::string(rule->values) + ".";
  }
  [[nodiscard]] Choices& choices() { return choices_; }

 private:
  std::initializer_list<Parameter> taken_;
  Choices choices_;
  uint32_t given_ = 0;  // a bit each
};

}  // namespace

std::optional<Choices> ChoicesOf(const Request& request, std::initializer_list<Parameter> taken,
                                 Response& response) {
  ChoiceReader reader(taken);
  std::string_view query = request.query;
  while (!query.empty()) {
    const FormMember member = TakeMember(query);
    if (member.name.empty() && member.value.empty()) continue;
    if (const std::string wrong = reader.Read(member); !wrong.empty()) {
      AnswerError(Dialect::kOwn, kBadRequest, wrong, response);
      return std::nullopt;
    }
  }
  return std::move(reader.choices());
}

}  // namespace gatepost::service
