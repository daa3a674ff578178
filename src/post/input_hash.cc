#include "post/input_hash.h"

#include "base/digest.h"
#include "post/input_source.h"

namespace gatepost {

Result<std::string> HashInput(const std::string& path) {
  const Result<InputDescriptor> input = InputDescriptor::Open(path);
  if (!input) return Fail(input.error());
  std::string buffer(kInputBlockBytes, '\0');
  ByteSha256 digest;
  for (;;) {
    const Result<std::string_view> block = input->Read(buffer);
    if (!block) return Fail(block.error());
    if (block->empty()) return digest.HexDigest();
    digest.Add(*block);
  }
}

}  // namespace gatepost
