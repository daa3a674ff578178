#include "cli/loading.h"

#include <charconv>
#include <system_error>

#include "pattern/default_policy.h"

namespace gatepost {
namespace {

// GATEPOST_PATTERNS_FROM_BIN: from the program's folder to the installed patterns;
// GATEPOST_SOURCE_PATTERNS: those of the tree.
constexpr const char* kFromProgram = GATEPOST_PATTERNS_FROM_BIN;
constexpr const char* kSourceTree = GATEPOST_SOURCE_PATTERNS;

std::optional<unsigned> Number(std::string_view digits) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

}  // namespace

std::filesystem::path BundledPatterns() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const auto installed = (program.parent_path() / kFromProgram).lexically_normal();
    if (std::filesystem::is_directory(installed, error)) return installed;
  }
  return kSourceTree;
}

tl::expected<std::shared_ptr<const PatternSet>, std::vector<Error>> LoadPatterns(
    const std::vector<std::string>& folders) {
  if (folders.empty()) return PatternSet::Load({BundledPatterns() / "uk"});
  return PatternSet::Load({folders.begin(), folders.end()});
}

tl::expected<Policy, std::vector<Error>> LoadPolicy(const std::string& path,
                                                    const std::vector<Pattern>& patterns) {
  Result<Policy> policy =
      path.empty() ? ParsePolicy(DefaultPolicyToml(), "default policy") : ReadPolicy(path);
  if (!policy) return tl::unexpected(std::vector<Error>{policy.error()});
  // The default policy speaks of the bundled patterns; another set need not have them all.
  if (!path.empty()) {
    std::vector<Error> errors = CheckPolicyAgainst(*policy, patterns);
    if (!errors.empty()) return tl::unexpected(std::move(errors));
  }
  return std::move(*policy);
}

std::chrono::sys_days Today() {
  return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

Result<std::chrono::sys_days> ParseDay(const std::string& text) {
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    const std::string_view view = text;
    const auto year = Number(view.substr(0, 4));
    const auto month = Number(view.substr(5, 2));
    const auto day = Number(view.substr(8, 2));
    if (year && month && day) {
      const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                             std::chrono::month(*month), std::chrono::day(*day)};
      if (date.ok()) return std::chrono::sys_days(date);
    }
  }
  return Fail(ErrorCode::kUsage, "\"" + text + "\" is no date: write it as 2026-03-31.");
}

}  // namespace gatepost
