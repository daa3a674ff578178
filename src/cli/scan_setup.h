#pragma once

// What commands that scan posts are told on the command line, and what it comes to.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "cli/output.h"
#include "cli/post_batch.h"
#include "scan/scan_parts.h"

namespace CLI {
class App;
}

namespace gatepost {

// As typed.
struct ScanSetup {
  std::vector<std::string> files;
  bool is_jsonl = false;
  PostKind kind = PostKind::kOwn;
  bool is_conversation = false;
  uint32_t threads = 0;  // 0: one for each core
  std::vector<std::string> patterns;
  std::string policy;
  std::string channel;
  std::string max_post;
  std::string as_of;
  Language language = Language::kEnglish;
};

// The files, and --jsonl, --kind, --thread and --jobs.
void AddInputOptions(CLI::App& command, ScanSetup& setup);
// --policy, --channel, --patterns, --max-post and --as-of.
void AddScanOptions(CLI::App& command, ScanSetup& setup);

// What --kind and --thread say of the posts.
[[nodiscard]] PostDefaults DefaultsOf(const ScanSetup& setup);

// Tells on standard error if the policy does not have the channel.
[[nodiscard]] tl::expected<ScanParts, std::vector<Error>> LoadScanParts(const ScanSetup& setup);

// Refuses inputs that cannot end well: standard input twice, and the file that is written to, of
// which `overwritten` says what would happen.
[[nodiscard]] Status CheckInputs(const std::vector<std::string>& files, const Output& output,
                                 const std::string& overwritten);

// As many as are wanted, and no more than drafts: each of them is one post.
[[nodiscard]] size_t ThreadsFor(const ScanSetup& setup, size_t drafts);

}  // namespace gatepost
