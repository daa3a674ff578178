#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/temporary_folder.h"
#include "c/c_scanner.h"

namespace gatepost::c {
namespace {

std::string Written(const std::string& name, const std::string& content) {
  const std::string path = (std::filesystem::temp_directory_path() / name).string();
  std::ofstream(path) << content;
  return path;
}

TEST_CASE("options that cannot be meant are refused, and say which", "[c][scanner]") {
  const auto refused = [](auto change) {
    gatepost_options options = SampleOptions();
    change(options);
    const Outcome outcome = TryOpen(options);
    CHECK(outcome.code == GATEPOST_INVALID_ARGUMENT);
    return outcome.text;
  };
  CHECK(refused([](auto& o) { o.struct_size = 0; }) ==
        "options->struct_size is 0: set it to sizeof the struct, 64.");
  CHECK(refused([](auto& o) { o.struct_size = 0xCCCCCCCC; }).find("struct_size") == 9);
  CHECK(refused([](auto& o) { o.folder_count = 0; }) ==
        "options->folders names no folder: name at least one of patterns.");
  CHECK(refused([](auto& o) { o.folders = nullptr; }).find("options->folders") == 0);
  static const std::array<const char*, 1> kNone = {nullptr};
  CHECK(refused([](auto& o) { o.folders = kNone.data(); }) == "options->folders[0] is NULL.");
  CHECK(refused([](auto& o) { o.policy_file = ""; }).find("options->policy_file") == 0);
  CHECK(refused([](auto& o) { o.language = 2; }) ==
        "options->language is 2: it may be GATEPOST_ENGLISH or GATEPOST_WELSH.");
  CHECK(refused([](auto& o) { o.max_post_bytes = GATEPOST_MAX_POST_BYTES + 1; }) ==
        "options->max_post_bytes is 1073741825: it may be 1073741824 at most.");
}

TEST_CASE("a day that is not of the calendar is refused", "[c][scanner]") {
  struct Day {
    int32_t year;
    uint32_t month, day;
  };
  const Day wrong = GENERATE(Day{0, 0, 0}, Day{2026, 2, 29}, Day{2026, 13, 1}, Day{2026, 258, 1},
                             Day{2026, 3, 0}, Day{2026, 3, 257}, Day{70000, 1, 1}, Day{-1, 1, 1});
  CAPTURE(wrong.year, wrong.month, wrong.day);
  gatepost_options options = SampleOptions();
  options.as_of_year = wrong.year;
  options.as_of_month = wrong.month;
  options.as_of_day = wrong.day;
  CHECK(TryOpen(options).code == GATEPOST_INVALID_ARGUMENT);
}

TEST_CASE("what cannot be read or does not hold says so by its code", "[c][scanner]") {
  gatepost_options options = SampleOptions();
  const char* const nowhere[] = {"no-such-folder"};
  options.folders = nowhere;
  CHECK(TryOpen(options).code == GATEPOST_UNREADABLE);

  options = SampleOptions();
  options.policy_file = "no-such-policy.toml";
  CHECK(TryOpen(options).code == GATEPOST_UNREADABLE);
  const std::string broken = Written("gatepost_c_broken.toml", "name = \n");
  options.policy_file = broken.c_str();
  const Outcome syntax = TryOpen(options);
  CHECK(syntax.code == GATEPOST_SYNTAX);
  CHECK(syntax.text.find(broken + ":1:") == 0);
  const std::string unknown =
      Written("gatepost_c_unknown.toml",
              "name = \"t\"\n[override.\"uk.a\"]\npoints = 1\n[override.\"uk.b\"]\npoints = 1\n");
  options.policy_file = unknown.c_str();
  const Outcome invalid = TryOpen(options);
  CHECK(invalid.code == GATEPOST_INVALID_POLICY);
  // All faults, a line each.
  CHECK(invalid.text.find(unknown + ":2:") == 0);
  CHECK(invalid.text.find("\n" + unknown + ":4:") != std::string::npos);
}

TEST_CASE("a scanner says what it was made of", "[c][scanner]") {
  const ScannerHandle scanner = Opened();
  gatepost_scanner_info info = {};
  info.struct_size = sizeof info;
  REQUIRE(gatepost_scanner_describe(scanner.get(), &info, nullptr) == GATEPOST_OK);
  CHECK(info.set_name == std::string("uk"));
  CHECK(std::string(info.set_hash).size() == 64);
  CHECK(info.policy_name == std::string("default"));
  CHECK(std::string(info.policy_hash).size() == 64);

  bool has_nhs_number = false;
  for (uint32_t i = 0; i < info.pattern_count; ++i) {
    gatepost_pattern pattern = {};
    pattern.struct_size = sizeof pattern;
    REQUIRE(gatepost_pattern_at(scanner.get(), i, &pattern, nullptr) == GATEPOST_OK);
    if (pattern.id != std::string("uk.nhs_number")) continue;
    has_nhs_number = true;
    CHECK(pattern.name == std::string("NHS number"));
    CHECK(pattern.category == std::string("health"));
    CHECK(pattern.severity == 3);
    CHECK(std::string(pattern.advice).find("NHS number") != std::string::npos);
  }
  CHECK(has_nhs_number);

  gatepost_pattern none = {};
  none.struct_size = sizeof none;
  const Outcome beyond = OutcomeOf([&](auto** error) {
    return gatepost_pattern_at(scanner.get(), info.pattern_count, &none, error);
  });
  CHECK(beyond.code == GATEPOST_INVALID_ARGUMENT);
  CHECK(none.id == nullptr);
}

TEST_CASE("a scanner names and advises in the language asked for", "[c][scanner]") {
  gatepost_options options = SampleOptions();
  options.language = GATEPOST_WELSH;
  gatepost_scanner* opened = nullptr;
  REQUIRE(gatepost_scanner_open(&options, &opened, nullptr) == GATEPOST_OK);
  const ScannerHandle scanner(opened);
  for (uint32_t i = 0;; ++i) {
    gatepost_pattern pattern = {};
    pattern.struct_size = sizeof pattern;
    REQUIRE(gatepost_pattern_at(scanner.get(), i, &pattern, nullptr) == GATEPOST_OK);
    if (pattern.id != std::string("uk.nhs_number")) continue;
    CHECK(pattern.name == std::string("rhif GIG"));
    CHECK(std::string(pattern.advice).find("Tynnwch y rhif GIG") == 0);
    break;
  }
}

TEST_CASE("compiled patterns are kept where the caller says", "[c][scanner]") {
  const TemporaryFolder folder;
  const std::string cache = folder.path() / "patterns";
  gatepost_options options = SampleOptions();
  options.cache_folder = cache.c_str();
  CHECK(TryOpen(options).code == GATEPOST_OK);
  CHECK_FALSE(std::filesystem::is_empty(cache));
  const ScannerHandle scanner = Opened(options);  // from what is kept
  const ScannerHandle other = Opened();
  gatepost_scanner_info info = {};
  gatepost_scanner_info other_info = {};
  info.struct_size = other_info.struct_size = sizeof info;
  REQUIRE(gatepost_scanner_describe(scanner.get(), &info, nullptr) == GATEPOST_OK);
  REQUIRE(gatepost_scanner_describe(other.get(), &other_info, nullptr) == GATEPOST_OK);
  CHECK(info.set_hash == std::string(other_info.set_hash));
  CHECK(info.pattern_count == other_info.pattern_count);

  options.cache_folder = "";
  CHECK(TryOpen(options).text == "options->cache_folder is empty: to keep nothing let it be NULL.");
}

TEST_CASE("a caller with the first header is served", "[c][scanner]") {
  gatepost_options options = SampleOptions();
  options.struct_size = offsetof(gatepost_options, cache_folder);
  options.cache_folder = "";  // not read
  CHECK(TryOpen(options).code == GATEPOST_OK);
  options.struct_size -= 1;
  CHECK(TryOpen(options).code == GATEPOST_INVALID_ARGUMENT);
}

// A struct of a later header: the one of today and a member more.
template <class T>
struct Later {
  T today;
  uint64_t added;
};

TEST_CASE("a caller with a newer header is served, unless it asks for what is not there",
          "[c][scanner]") {
  Later<gatepost_options> options = {SampleOptions(), 0};
  options.today.struct_size = sizeof options;
  CHECK(TryOpen(options.today).code == GATEPOST_OK);
  options.added = 1;
  CHECK(TryOpen(options.today).text ==
        "options asks for something that only a newer Gatepost can do.");

  const ScannerHandle scanner = Opened();
  Later<gatepost_scanner_info> info = {{}, 1};
  info.today.struct_size = sizeof info;
  REQUIRE(gatepost_scanner_describe(scanner.get(), &info.today, nullptr) == GATEPOST_OK);
  CHECK(info.today.struct_size == sizeof info);
  CHECK(info.today.pattern_count > 0);
  CHECK(info.added == 0);
}

TEST_CASE("the names of codes are those of their constants", "[c][error]") {
  CHECK(gatepost_code_name(GATEPOST_OK) == std::string("ok"));
  CHECK(gatepost_code_name(GATEPOST_INVALID_ARGUMENT) == std::string("invalid_argument"));
  CHECK(gatepost_code_name(GATEPOST_UNREADABLE) == std::string("unreadable"));
  CHECK(gatepost_code_name(GATEPOST_SYNTAX) == std::string("syntax"));
  CHECK(gatepost_code_name(GATEPOST_INVALID_PATTERN) == std::string("invalid_pattern"));
  CHECK(gatepost_code_name(GATEPOST_INVALID_POLICY) == std::string("invalid_policy"));
  CHECK(gatepost_code_name(GATEPOST_TOO_LARGE) == std::string("too_large"));
  CHECK(gatepost_code_name(GATEPOST_OUT_OF_MEMORY) == std::string("out_of_memory"));
  CHECK(gatepost_code_name(GATEPOST_INTERNAL) == std::string("internal"));
  CHECK(gatepost_code_name(-1) == std::string("unknown"));
  CHECK(gatepost_version() == std::string(GATEPOST_VERSION));
}

TEST_CASE("NULL is an error or nothing, never a crash", "[c][error]") {
  gatepost_error_free(nullptr);
  gatepost_scanner_free(nullptr);
  gatepost_worker_free(nullptr);
  CHECK(gatepost_error_code(nullptr) == GATEPOST_OK);
  CHECK(gatepost_error_text(nullptr) == std::string());

  const gatepost_options options = SampleOptions();
  const ScannerHandle scanner = Opened();
  const WorkerHandle worker = WorkerOf(scanner);
  gatepost_scanner* opened = nullptr;
  gatepost_worker* made = nullptr;
  gatepost_columns columns = NewColumns();
  const uint64_t offsets[] = {0, 1};
  const auto is_refused = [](gatepost_code code) { return code == GATEPOST_INVALID_ARGUMENT; };
  CHECK(is_refused(gatepost_scanner_open(nullptr, &opened, nullptr)));
  CHECK(is_refused(gatepost_scanner_open(&options, nullptr, nullptr)));
  CHECK(is_refused(gatepost_scanner_describe(scanner.get(), nullptr, nullptr)));
  CHECK(is_refused(gatepost_scanner_describe(nullptr, nullptr, nullptr)));
  CHECK(is_refused(gatepost_pattern_at(nullptr, 0, nullptr, nullptr)));
  CHECK(is_refused(gatepost_pattern_at(scanner.get(), 0, nullptr, nullptr)));
  CHECK(is_refused(gatepost_worker_new(nullptr, &made, nullptr)));
  CHECK(is_refused(gatepost_worker_new(scanner.get(), nullptr, nullptr)));
  CHECK(is_refused(gatepost_scan(nullptr, worker.get(), "a", 1, &columns, nullptr)));
  CHECK(is_refused(gatepost_scan(scanner.get(), nullptr, "a", 1, &columns, nullptr)));
  CHECK(is_refused(gatepost_scan(scanner.get(), worker.get(), nullptr, 1, &columns, nullptr)));
  CHECK(is_refused(gatepost_scan(scanner.get(), worker.get(), "a", 1, nullptr, nullptr)));
  CHECK(is_refused(
      gatepost_scan_batch(scanner.get(), worker.get(), nullptr, offsets, 1, &columns, nullptr)));
  CHECK(is_refused(
      gatepost_scan_batch(scanner.get(), worker.get(), "a", nullptr, 1, &columns, nullptr)));
}

}  // namespace
}  // namespace gatepost::c
