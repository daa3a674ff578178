#include "cli/scan_setup.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <thread>
#include <utility>

#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "pattern/load_policy.h"

namespace gatepost {
namespace {

constexpr uint32_t kMaxThreads = 1024;
// The name of the conversation of posts that name none; no platform gives one such a name.
constexpr const char* kThread = "\x1a--thread";

Result<ScanOptions> ScanOptionsOf(const ScanSetup& setup) {
  ScanOptions scan{kDefaultMaxPostBytes, setup.channel, Today(), true};
  scan.language = setup.language;
  if (!setup.max_post.empty()) {
    const auto size = ParseSize(setup.max_post);
    if (!size) return Fail(size.error());
    scan.max_post_bytes = *size;
  }
  if (!setup.as_of.empty()) {
    const auto day = ParseDay(setup.as_of);
    if (!day) return Fail(day.error());
    scan.as_of = *day;
  }
  return scan;
}

tl::unexpected<std::vector<Error>> Failed(Error error) {
  return tl::make_unexpected(std::vector<Error>{std::move(error)});
}

}  // namespace

void AddInputOptions(CLI::App& command, ScanSetup& setup) {
  command.add_option("files", setup.files, "Drafts, one post a file; - or none is standard input")
      ->type_name("FILE");
  command.add_flag("--jsonl", setup.is_jsonl, "The files hold one post a line, as JSON");
  AddChoice<PostKind>(
      command, {"--kind", "What drafts are; posts of --jsonl say it themselves [own]"}, setup.kind,
      {{"own", PostKind::kOwn},
       {"reply", PostKind::kReply},
       {"repost", PostKind::kRepost},
       {"inbound", PostKind::kInbound}});
  command.add_flag("--thread", setup.is_conversation,
                   "Posts that name no thread are, in this order, one conversation");
  command
      .add_option("-j,--jobs", setup.threads,
                  "Threads that scan, at most; 0 is one for each core [0]")
      ->type_name("N")
      ->check(CLI::Range(0U, kMaxThreads).description(""));
}

PostDefaults DefaultsOf(const ScanSetup& setup) {
  return {setup.is_conversation ? kThread : "", setup.kind};
}

void AddScanOptions(CLI::App& command, ScanSetup& setup) {
  AddPolicyOptions(command, setup.policy, setup.channel);
  AddPatternsOption(command, setup.patterns);
  command.add_option("--max-post", setup.max_post, "Largest post that is looked at [16MiB]")
      ->type_name("SIZE");
  AddDayOption(command, setup.as_of);
}

tl::expected<ScanParts, std::vector<Error>> LoadScanParts(const ScanSetup& setup) {
  Result<ScanOptions> options = ScanOptionsOf(setup);
  if (!options) return Failed(options.error());
  auto set = LoadPatterns(setup.patterns, Proofs::kNotNeeded, Reading::kMapped);
  if (!set) return tl::make_unexpected(std::move(set.error()));
  auto policy = LoadPolicy(setup.policy, (*set)->patterns(), CacheFolder());
  if (!policy) return tl::make_unexpected(std::move(policy.error()));
  if (!setup.channel.empty() && !policy->channels.contains(setup.channel)) {
    PrintNote("policy \"" + policy->name + "\" has no channel \"" + setup.channel +
              "\": its rules for all channels hold.");
  }
  return ScanParts{std::move(*set), std::move(*policy), std::move(*options)};
}

Status CheckInputs(const std::vector<std::string>& files, const Output& output,
                   const std::string& overwritten) {
  if (std::count(files.begin(), files.end(), "-") > 1) {
    return Fail(ErrorCode::kUsage, "standard input can be read only once: give - once.");
  }
  const auto is_written = [&output](const std::string& file) {
    return output.WouldOverwrite(file);
  };
  if (std::none_of(files.begin(), files.end(), is_written)) return {};
  return Fail(ErrorCode::kUsage, overwritten + ": name another output.");
}

size_t ThreadsFor(const ScanSetup& setup, size_t drafts) {
  if (!setup.is_jsonl && drafts <= 1) return 1;  // without asking the system
  const size_t wanted = setup.threads == 0 ? std::thread::hardware_concurrency() : setup.threads;
  if (setup.is_jsonl) return std::max<size_t>(wanted, 1);
  return std::clamp<size_t>(drafts, 1, std::max<size_t>(wanted, 1));
}

}  // namespace gatepost
