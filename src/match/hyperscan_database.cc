#include "match/hyperscan_database.h"

#include <hs.h>

#include <cstdlib>
#include <limits>
#include <numeric>

namespace gatepost {
namespace {

// No processor features beyond the least, tuned for none: see the header.
constexpr hs_platform_info_t kAnyProcessor{};

struct FreeCompileError {
  void operator()(hs_compile_error_t* error) const { hs_free_compile_error(error); }
};

tl::unexpected<Error> Failed(const std::string& what, hs_error_t code) {
  return Fail(ErrorCode::kInternal,
              "Hyperscan cannot " + what + " (error " + std::to_string(code) + ").");
}

int OnMatch(unsigned int expression, unsigned long long /*from*/, unsigned long long to,
            unsigned int /*flags*/, void* sink) {
  static_cast<ExpressionSink*>(sink)->Accept(expression, static_cast<uint32_t>(to));
  return 0;
}

}  // namespace

void FreeHyperscanScratch::operator()(hs_scratch* scratch) const { hs_free_scratch(scratch); }
void HyperscanDatabase::Free::operator()(hs_database* database) const {
  hs_free_database(database);
}

bool HyperscanDatabase::IsUsableHere() {
  const std::string version = LibraryVersion();
  const bool is_hyperscan_itself = version.starts_with("5.4.0") || version.starts_with("5.4.1 ") ||
                                   version.starts_with("5.4.2 ");
  return is_hyperscan_itself && hs_valid_platform() == HS_SUCCESS;
}

std::string HyperscanDatabase::LibraryVersion() { return hs_version(); }

Result<HyperscanDatabase> HyperscanDatabase::Compile(const std::vector<std::string>& expressions) {
  std::vector<const char*> sources;
  for (const std::string& expression : expressions) sources.push_back(expression.c_str());
  std::vector<unsigned int> numbers(sources.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  hs_database_t* database = nullptr;
  hs_compile_error_t* raw_error = nullptr;
  const hs_error_t code = hs_compile_multi(sources.data(), nullptr, numbers.data(),
                                           static_cast<unsigned int>(sources.size()), HS_MODE_BLOCK,
                                           &kAnyProcessor, &database, &raw_error);
  const std::unique_ptr<hs_compile_error_t, FreeCompileError> error(raw_error);
  if (code == HS_SUCCESS) return HyperscanDatabase(database);
  const std::string reason = error ? error->message : "error " + std::to_string(code);
  return Fail(ErrorCode::kInternal, "Hyperscan cannot compile the triggers: " + reason + ".");
}

Result<std::string> HyperscanDatabase::Serialise() const {
  char* bytes = nullptr;
  size_t size = 0;
  const hs_error_t code = hs_serialize_database(database_.get(), &bytes, &size);
  if (code != HS_SUCCESS) return Failed("write its database", code);
  std::string serialised(bytes, size);
  std::free(bytes);  // the library's allocator is malloc: nothing here sets another
  return serialised;
}

Result<HyperscanDatabase> HyperscanDatabase::Deserialise(std::string_view bytes) {
  hs_database_t* database = nullptr;
  const hs_error_t code = hs_deserialize_database(bytes.data(), bytes.size(), &database);
  if (code != HS_SUCCESS) return Failed("read its database", code);
  return HyperscanDatabase(database);
}

HyperscanScratch HyperscanDatabase::NewScratch() const {
  hs_scratch_t* scratch = nullptr;
  if (hs_alloc_scratch(database_.get(), &scratch) != HS_SUCCESS) return nullptr;
  return HyperscanScratch(scratch);
}

Status HyperscanDatabase::Scan(std::string_view text, hs_scratch* scratch,
                               ExpressionSink& sink) const {
  if (text.size() > std::numeric_limits<uint32_t>::max()) {
    return Fail(ErrorCode::kTooLarge, "Hyperscan cannot scan more than 4 GiB at once.");
  }
  const hs_error_t code =
      hs_scan(database_.get(), text.data(), static_cast<unsigned int>(text.size()), 0, scratch,
              OnMatch, &sink);
  if (code != HS_SUCCESS) return Failed("scan the text", code);
  return {};
}

}  // namespace gatepost
