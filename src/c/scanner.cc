// Opening scanners, and what they say of themselves.

#include <chrono>
#include <filesystem>
#include <utility>

#include "c/guard.h"
#include "c/handles.h"
#include "c/versioned.h"
#include "pattern/load_policy.h"
#include "set/pattern_set.h"

namespace gatepost::c {
namespace {

Result<std::vector<std::filesystem::path>> FoldersOf(const gatepost_options& options) {
  if (options.folders == nullptr || options.folder_count == 0) {
    return BadArgument("options->folders names no folder: name at least one of patterns.");
  }
  std::vector<std::filesystem::path> folders;
  for (uint32_t i = 0; i < options.folder_count; ++i) {
    if (options.folders[i] == nullptr) {
      return BadArgument("options->folders[" + std::to_string(i) + "] is NULL.");
    }
    folders.emplace_back(options.folders[i]);
  }
  return folders;
}

// The library never asks the clock which day it is: one of its own choosing would let expired
// contacts pass.
Result<std::chrono::sys_days> DayOf(const gatepost_options& options) {
  const std::chrono::year_month_day date{std::chrono::year(options.as_of_year),
                                         std::chrono::month(options.as_of_month),
                                         std::chrono::day(options.as_of_day)};
  const bool is_in_range = options.as_of_year >= 1970 && options.as_of_year <= 9999 &&
                           options.as_of_month <= 12 && options.as_of_day <= 31;
  if (is_in_range && date.ok()) return std::chrono::sys_days(date);
  return BadArgument("options->as_of_year, _month and _day are no date: set them to today.");
}

Result<ScanOptions> ScanOptionsOf(const gatepost_options& options) {
  if (options.language > GATEPOST_WELSH) {
    return BadArgument("options->language is " + std::to_string(options.language) +
                       ": it may be GATEPOST_ENGLISH or GATEPOST_WELSH.");
  }
  if (options.max_post_bytes > GATEPOST_MAX_POST_BYTES) {
    return BadArgument("options->max_post_bytes is " + std::to_string(options.max_post_bytes) +
                       ": it may be " + std::to_string(GATEPOST_MAX_POST_BYTES) + " at most.");
  }
  const Result<std::chrono::sys_days> day = DayOf(options);
  if (!day) return Fail(day.error());
  ScanOptions scan;
  if (options.max_post_bytes != 0) scan.max_post_bytes = options.max_post_bytes;
  if (options.channel != nullptr) scan.channel = options.channel;
  scan.as_of = *day;
  scan.language = options.language == GATEPOST_WELSH ? Language::kWelsh : Language::kEnglish;
  scan.makes_suggestions = false;  // there is no column for them
  return scan;
}

// The path of an option, empty if it is left out. `without` says what NULL is for.
Result<std::string> OptionalPath(const char* path, const std::string& option,
                                 const std::string& without) {
  if (path == nullptr) return std::string();
  if (*path != '\0') return std::string(path);
  return BadArgument("options->" + option + " is empty: " + without + " let it be NULL.");
}

Result<std::shared_ptr<const Scanner>> Open(const gatepost_options& options) {
  Result<ScanOptions> scan = ScanOptionsOf(options);
  if (!scan) return Fail(scan.error());
  const auto folders = FoldersOf(options);
  if (!folders) return Fail(folders.error());
  const auto cache_folder = OptionalPath(options.cache_folder, "cache_folder", "to keep nothing");
  if (!cache_folder) return Fail(cache_folder.error());
  const auto set =
      PatternSet::Load(*folders, {.cache_folder = *cache_folder, .needs_proofs = false});
  if (!set) return FailAll(set.error());
  const auto policy_file =
      OptionalPath(options.policy_file, "policy_file", "for the default policy");
  if (!policy_file) return Fail(policy_file.error());
  auto policy = LoadPolicy(*policy_file, (*set)->patterns());
  if (!policy) return FailAll(policy.error());
  return std::make_shared<const Scanner>(*set, std::move(*policy), std::move(*scan));
}

uint32_t NumberOf(Severity severity) {
  static_assert(static_cast<int>(Severity::kLow) == 0);
  static_assert(static_cast<int>(Severity::kCritical) == 3);
  return static_cast<uint32_t>(severity);
}

}  // namespace
}  // namespace gatepost::c

using gatepost::Status;
using gatepost::c::BadArgument;
using gatepost::c::Guarded;

gatepost_code gatepost_scanner_open(const gatepost_options* options, gatepost_scanner** scanner,
                                    gatepost_error** error) {
  return Guarded(error, [&]() -> Status {
    if (scanner == nullptr) return BadArgument("scanner is NULL.");
    *scanner = nullptr;
    const auto ours = gatepost::c::Read(options, "options");
    if (!ours) return Fail(ours.error());
    auto opened = gatepost::c::Open(*ours);
    if (!opened) return Fail(opened.error());
    *scanner = std::make_unique<gatepost_scanner>(gatepost_scanner{std::move(*opened)}).release();
    return {};
  });
}

void gatepost_scanner_free(gatepost_scanner* scanner) {
  const std::unique_ptr<gatepost_scanner> freed(scanner);
}

gatepost_code gatepost_scanner_describe(const gatepost_scanner* scanner,
                                        gatepost_scanner_info* info, gatepost_error** error) {
  return Guarded(error, [&]() -> Status {
    if (scanner == nullptr) return BadArgument("scanner is NULL.");
    if (Status status = gatepost::c::CheckSize(info, "info"); !status) return status;
    const gatepost::PatternSet& set = scanner->scanner->set();
    const gatepost::Policy& policy = scanner->scanner->policy();
    gatepost::c::Write({.struct_size = 0,
                        .pattern_count = static_cast<uint32_t>(set.patterns().size()),
                        .set_name = set.name().c_str(),
                        .set_hash = set.hash().c_str(),
                        .policy_name = policy.name.c_str(),
                        .policy_hash = policy.hash.c_str()},
                       info);
    return {};
  });
}

gatepost_code gatepost_pattern_at(const gatepost_scanner* scanner, uint32_t number,
                                  gatepost_pattern* pattern, gatepost_error** error) {
  return Guarded(error, [&]() -> Status {
    if (scanner == nullptr) return BadArgument("scanner is NULL.");
    if (Status status = gatepost::c::CheckSize(pattern, "pattern"); !status) return status;
    const auto& patterns = scanner->scanner->set().patterns();
    if (number >= patterns.size()) {
      return BadArgument("there is no pattern " + std::to_string(number) + ": the set has " +
                         std::to_string(patterns.size()) + ".");
    }
    const gatepost::Pattern& found = patterns[number];
    const gatepost::Language language = scanner->scanner->options().language;
    gatepost::c::Write({.struct_size = 0,
                        .severity = gatepost::c::NumberOf(found.severity),
                        .id = found.id.c_str(),
                        .name = NameIn(language, found).c_str(),
                        .category = found.category.c_str(),
                        .advice = AdviceIn(language, found).c_str()},
                       pattern);
    return {};
  });
}
