#include "pattern/policy.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "pattern/nearest_name.h"
#include "text/fold.h"

namespace gatepost {
namespace {

// Compares what a policy says with the patterns that there are; borrows them.
class PolicyCheck {
 public:
  explicit PolicyCheck(const std::vector<Pattern>& patterns) : patterns_(patterns) {
    std::set<std::string_view> categories;
    for (const Pattern& pattern : patterns) {
      ids_.push_back(pattern.id);
      categories.insert(pattern.category);
    }
    categories_.assign(categories.begin(), categories.end());
  }

  void Id(const std::string& id, const SourcePlace& where) {
    Compare(id, ids_, "no pattern has the id `", where);
  }
  void Category(const std::string& category, const SourcePlace& where) {
    Compare(category, categories_, "no pattern is of the category `", where);
  }
  void Channel(const ChannelPolicy& channel) {
    for (const auto& [category, thresholds] : channel.categories) {
      Category(category, thresholds.where);
    }
    for (const auto& [id, change] : channel.overrides) Id(id, change.where);
  }
  // The message does not repeat the value: it is one that patterns look for.
  void Contact(const OfficialContact& contact) {
    Id(contact.pattern, contact.where);
    for (const Pattern& pattern : patterns_) {
      if (pattern.id != contact.pattern || IsValueOf(pattern, Folded(contact.value))) continue;
      errors_.push_back(
          {ErrorCode::kInvalidPolicy,
           "`" + pattern.id +
               "` can never find the value of this contact. Write the value whole and "
               "alone, as it stands in posts.",
           contact.where});
    }
  }

  // In the order of the file, each once: channels hold what they inherit, too.
  [[nodiscard]] std::vector<Error> TakeErrors() {
    const auto place = [](const Error& error) {
      return std::tie(error.where.line, error.where.column, error.message);
    };
    std::sort(errors_.begin(), errors_.end(),
              [&](const Error& a, const Error& b) { return place(a) < place(b); });
    const auto last =
        std::unique(errors_.begin(), errors_.end(),
                    [&](const Error& a, const Error& b) { return place(a) == place(b); });
    errors_.erase(last, errors_.end());
    return std::move(errors_);
  }

 private:
  void Compare(const std::string& name, const std::vector<std::string_view>& known,
               std::string_view message, const SourcePlace& where) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return;
    errors_.push_back({ErrorCode::kInvalidPolicy,
                       std::string(message) + name + "`." + Suggestion(name, known), where});
  }

  const std::vector<Pattern>& patterns_;
  std::vector<std::string_view> ids_;
  std::vector<std::string_view> categories_;
  std::vector<Error> errors_;
};

}  // namespace

std::string_view NameOf(Action action) {
  switch (action) {
    case Action::kPass:
      return "pass";
    case Action::kReview:
      return "review";
    case Action::kBlock:
      return "block";
  }
  return "";
}

std::optional<Action> ActionOf(std::string_view name) {
  for (const Action action : {Action::kPass, Action::kReview, Action::kBlock}) {
    if (NameOf(action) == name) return action;
  }
  return std::nullopt;
}

std::string_view NameOf(Mode mode) { return mode == Mode::kEnforce ? "enforce" : "report-only"; }

std::vector<Error> CheckPolicyAgainst(const Policy& policy, const std::vector<Pattern>& patterns) {
  PolicyCheck check(patterns);
  check.Channel(policy.base);
  for (const auto& [name, channel] : policy.channels) check.Channel(channel);
  for (const OfficialContact& contact : policy.official_contacts) {
    check.Contact(contact);
  }
  for (const Combination& combination : policy.combinations) {
    for (const CombinationPart& part : combination.all) {
      if (!part.pattern.empty()) check.Id(part.pattern, part.where);
      if (!part.category.empty()) check.Category(part.category, part.where);
    }
  }
  return check.TakeErrors();
}

}  // namespace gatepost
