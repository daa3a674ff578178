#include "cli/loading.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/key_file.h"

namespace gatepost {
namespace {

// GATEPOST_PATTERNS_FROM_BIN: from the program's folder to the installed patterns;
// GATEPOST_SOURCE_PATTERNS: those of the tree.
constexpr const char* kFromProgram = GATEPOST_PATTERNS_FROM_BIN;
constexpr const char* kSourceTree = GATEPOST_SOURCE_PATTERNS;

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

std::filesystem::path PatternFolderAt(const std::string& name) {
  std::error_code error;
  const std::filesystem::path folder(name);
  if (folder.has_parent_path() || std::filesystem::exists(folder, error)) return folder;
  const std::filesystem::path bundled = BundledPatterns() / folder;
  return std::filesystem::is_directory(bundled, error) ? bundled : folder;
}

std::filesystem::path CacheFolder() {
  for (const auto& [variable, below] : {std::pair{"XDG_CACHE_HOME", ""}, {"HOME", ".cache"}}) {
    const char* value = std::getenv(variable);
    if (value == nullptr) continue;
    const std::filesystem::path base(value);
    if (base.is_absolute()) return base / below / "gatepost";
  }
  return {};
}

tl::expected<std::shared_ptr<const PatternSet>, std::vector<Error>> LoadPatterns(
    const std::vector<std::string>& folders, Proofs proofs, Reading reading) {
  const LoadOptions options{.cache_folder = CacheFolder(),
                            .cache_reading = reading,
                            .needs_proofs = proofs == Proofs::kNeeded};
  if (folders.empty()) return PatternSet::Load({BundledPatterns() / "uk"}, options);
  std::vector<std::filesystem::path> paths;
  for (const std::string& folder : folders) {
    std::filesystem::path path = PatternFolderAt(folder);
    const auto is_same = [&path](const std::filesystem::path& other) {
      std::error_code not_there;
      return std::filesystem::equivalent(path, other, not_there);
    };
    if (std::any_of(paths.begin(), paths.end(), is_same)) {
      return tl::unexpected(std::vector<Error>{
          {ErrorCode::kUsage, "is given twice: name each set of patterns once.", {folder}}});
    }
    paths.push_back(std::move(path));
  }
  return PatternSet::Load(paths, options);
}

Result<std::shared_ptr<const Keyring>> LoadKeyring(const std::string& path, const Policy& policy) {
  const std::string& file = path.empty() ? policy.key_file : path;
  if (file.empty()) return nullptr;
  Result<Keyring> keyring = LoadKeyFile(file);
  if (!keyring) return Fail(keyring.error());
  return std::make_shared<const Keyring>(std::move(*keyring));
}

Time Now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

std::chrono::sys_days Today() { return std::chrono::floor<std::chrono::days>(Now()); }

Result<std::chrono::sys_days> ParseDay(const std::string& text) {
  if (const auto day = DayOf(text)) return *day;
  return Fail(ErrorCode::kUsage, "\"" + text + "\" is no date: write it as 2026-03-31.");
}

}  // namespace gatepost
