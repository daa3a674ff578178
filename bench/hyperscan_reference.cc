#include "bench/hyperscan_reference.h"

#include <hs.h>

#include <utility>

namespace gatepost::bench {
namespace {

constexpr size_t kBlockBytes = 64 << 10;

int CountOne(unsigned int, unsigned long long, unsigned long long, unsigned int, void* count) {
  ++*static_cast<size_t*>(count);
  return 0;
}

struct Attempt {
  hs_database* database = nullptr;
  int refused = -1;  // which expression stands in the way
};

Attempt Compile(const std::vector<std::string>& sources) {
  std::vector<const char*> pointers;
  for (const std::string& source : sources) pointers.push_back(source.c_str());
  Attempt attempt;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(pointers.data(), nullptr, nullptr,
                       static_cast<unsigned int>(pointers.size()), HS_MODE_BLOCK, nullptr,
                       &attempt.database, &error) != HS_SUCCESS) {
    attempt.refused = error->expression;
    hs_free_compile_error(error);
  }
  return attempt;
}

}  // namespace

void HyperscanReference::Free::operator()(hs_database* database) const {
  hs_free_database(database);
}
void HyperscanReference::Free::operator()(hs_scratch* scratch) const { hs_free_scratch(scratch); }

HyperscanReference::HyperscanReference(const std::vector<FrozenRegex>& frozen) {
  std::vector<std::string> names;
  std::vector<std::string> sources;
  for (const FrozenRegex& each : frozen) {
    names.push_back(each.pattern + ", " + each.variant);
    sources.push_back(ToRe2(each.regex));
  }
  for (;;) {
    const Attempt attempt = Compile(sources);
    database_.reset(attempt.database);
    if (database_ != nullptr || attempt.refused < 0) break;
    refused_.push_back(names[static_cast<size_t>(attempt.refused)]);
    names.erase(names.begin() + attempt.refused);
    sources.erase(sources.begin() + attempt.refused);
  }
  hs_scratch_t* scratch = nullptr;
  if (database_ != nullptr && hs_alloc_scratch(database_.get(), &scratch) == HS_SUCCESS) {
    scratch_.reset(scratch);
  }
}

size_t HyperscanReference::CountEnds(const std::vector<std::string>& blocks) const {
  size_t count = 0;
  for (const std::string& block : blocks) {
    hs_scan(database_.get(), block.data(), static_cast<unsigned int>(block.size()), 0,
            scratch_.get(), CountOne, &count);
  }
  return count;
}

std::vector<std::string> InBlocks(const std::vector<std::string>& texts) {
  std::vector<std::string> blocks;
  for (const std::string& text : texts) {
    if (blocks.empty() || blocks.back().size() >= kBlockBytes) blocks.emplace_back();
    blocks.back() += text;
    blocks.back() += '\0';
  }
  return blocks;
}

}  // namespace gatepost::bench
