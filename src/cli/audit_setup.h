#pragma once

// Options and steps that the commands share which ask something of the store of an audit.

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "audit/sqlite_store.h"
#include "audit/store.h"
#include "base/key.h"
#include "base/result.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "pattern/policy.h"
#include "report/audit_post_words.h"
#include "set/pattern_set.h"

namespace CLI {
class App;
}

namespace gatepost {

// The argument that every such command has first.
void AddStoreArgument(CLI::App& command, std::string& store);

// How an answer is given, as typed.
struct AnswerSetup {
  enum class Format : uint8_t { kText, kJson, kSvg };
  Format format = Format::kText;
  std::string output;
  ColourChoice colour = ColourChoice::kAuto;
};

// -f, -o and --colour.
enum class Charts : uint8_t { kNone, kSvg };
void AddAnswerOptions(CLI::App& command, AnswerSetup& setup, Charts charts = Charts::kNone);
// Of them, -o and --colour.
void AddOutputOptions(CLI::App& command, std::string& output, ColourChoice& colour);
[[nodiscard]] TextLayout LayoutOf(ColourChoice colour, const Output& output);
// Writes an answer that is made all at once.
using AppendAnswer = std::function<void(const TextLayout& layout, std::string& out)>;
[[nodiscard]] Status WriteAnswer(const AnswerSetup& setup, const AppendAnswer& append);

// --accounts and --as-of.
void AddAccountsFileOption(CLI::App& command, std::string& file);
void AddDecisionDayOption(CLI::App& command, std::string& day);
// Today if it is empty; kUsage for a day that is none.
[[nodiscard]] Result<std::chrono::sys_days> DecisionDay(const std::string& day);

// The goals that the policy file sets, without loading patterns; none for an empty name.
[[nodiscard]] Result<AuditGoals> GoalsOf(const std::string& policy_file);

// Values of a person, and what they are searched with; as typed.
struct ValueSetup {
  std::string value_file;
  std::string key_file;
  std::string policy;
  std::vector<std::string> patterns;
};

// --value-file, --key-file, --policy and --patterns.
void AddValueOptions(CLI::App& command, ValueSetup& setup);

struct ValueParts {
  std::shared_ptr<const PatternSet> set;
  std::shared_ptr<const Keyring> keyring;
};

// kUsage if there is no key.
[[nodiscard]] tl::expected<ValueParts, std::vector<Error>> LoadValueParts(const ValueSetup& setup);

// The file, or standard input for "-", up to 16 MiB.
[[nodiscard]] Result<std::string> ReadLinesOf(const std::string& file);

// Without blank ones and the spaces around them.
[[nodiscard]] std::vector<std::string> SplitLines(std::string_view text);

// kClean, or kCannotRun after the error was printed.
[[nodiscard]] ExitCode ExitAfter(const Status& status);

}  // namespace gatepost
