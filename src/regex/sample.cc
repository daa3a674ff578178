#include "regex/sample.h"

#include "regex/byte_set.h"

namespace gatepost {
namespace {

// Which of `count` things, evenly. The standard leaves the distributions' results to the library;
// the remainder is the same everywhere, and its bias over 64 bits does not matter here.
size_t Pick(size_t count, std::mt19937_64& random) { return random() % count; }

uint8_t PickByte(const ByteSet& bytes, std::mt19937_64& random) {
  static const ByteSet kPrintable = SetOfRange(' ', '~');
  const ByteSet printable = bytes & kPrintable;
  const ByteSet& choice = printable.any() ? printable : bytes;
  size_t nth = Pick(choice.count(), random);
  uint8_t byte = 0;
  while (!choice.test(byte) || nth-- > 0) ++byte;
  return byte;
}

void AppendSample(const RegexNode& node, std::mt19937_64& random, std::string& out) {
  switch (node.kind) {
    case RegexNode::Kind::kEmpty:
      return;
    case RegexNode::Kind::kClass:
      out += static_cast<char>(PickByte(node.bytes, random));
      return;
    case RegexNode::Kind::kConcat:
      for (const RegexNode& child : node.children) AppendSample(child, random, out);
      return;
    case RegexNode::Kind::kAlternate:
      AppendSample(node.children[Pick(node.children.size(), random)], random, out);
      return;
    case RegexNode::Kind::kRepeat: {
      const size_t count = node.min_count + Pick(node.max_count - node.min_count + 1, random);
      for (size_t i = 0; i < count; ++i) AppendSample(node.children.front(), random, out);
      return;
    }
  }
}

}  // namespace

std::string Sample(const Regex& regex, std::mt19937_64& random) {
  std::string sample;
  AppendSample(regex.root(), random, sample);
  return sample;
}

}  // namespace gatepost
