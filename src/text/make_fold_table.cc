// Writes the tables that code_point_tables.h declares, from the rules in make_fold_rules.cc and
// make_property_rules.cc. Run by the build: make_fold_table OUTPUT.cc

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <unicode/uversion.h>

#include "text/code_point_tables.h"
#include "text/make_fold_rules.h"
#include "text/make_property_rules.h"
#include "text/simple_fold_table.h"

namespace gatepost {
namespace {

constexpr char32_t kCodePoints = 0x110000;

bool IsSurrogate(char32_t value) { return value >= 0xD800 && value <= 0xDFFF; }

// Strings with their length before them, each once.
class StringPool {
 public:
  size_t PlaceOf(const std::string& string) {
    if (string.size() > kLongestString) throw std::runtime_error("a fold is too long: " + string);
    const auto [found, is_new] = places_.try_emplace(string, bytes_.size());
    if (is_new) {
      bytes_ += static_cast<char>(string.size());
      bytes_ += string;
    }
    return found->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::map<std::string, size_t> places_;
  std::string bytes_;
};

FoldEntry EntryOf(const FoldRule& rule, StringPool& pool) {
  if (rule.is_regional_indicator) return FoldEntry::RegionalIndicator(rule.text.front());
  if (rule.digit != MarkedDigit::kNone) return FoldEntry::Digit(rule.digit, rule.text.front());
  if (rule.text.empty()) return FoldEntry::Byte('\0');
  if (rule.text.size() == 1) return FoldEntry::Byte(rule.text.front());
  return FoldEntry::String(pool.PlaceOf(rule.text));
}

// ASCII and surrogates never reach the table; they are folded before or refused by the decoder.
std::vector<uint16_t> FoldEntries(const FoldRules& rules, StringPool& pool) {
  std::vector<uint16_t> entries(kFoldTableEnd, 0);
  for (char32_t value = 0x80; value < kCodePoints; ++value) {
    if (IsSurrogate(value)) continue;
    const uint16_t bits = EntryOf(rules.RuleOf(value), pool).bits();
    if (value < kFoldTableEnd) {
      entries[value] = bits;
    } else if (bits != FoldBeyondTable(value).bits()) {
      throw std::runtime_error("FoldBeyondTable is wrong for " + std::to_string(value));
    }
  }
  return entries;
}

// As SimpleFoldsOf2, 3 and 4 read them.
std::vector<uint8_t> SimpleFolds(const std::vector<uint16_t>& entries) {
  std::vector<uint8_t> folds(kPageSize, kNotSimple);
  const auto add = [&](char32_t begin, char32_t first, char32_t end) {
    for (char32_t value = begin; value < end; ++value) {
      const bool is_simple =
          value >= first && !IsSurrogate(value) && FoldEntry(entries[value]).is_byte();
      folds.push_back(is_simple ? static_cast<uint8_t>(entries[value]) : kNotSimple);
    }
  };
  add(0, 0x80, 0x800);
  add(0, 0x800, 0x10000);
  add(kFoldTableBegin4, kFoldTableBegin4, kFoldTableEnd);
  return folds;
}

std::vector<uint8_t> WholeFoldsOf3(const std::vector<uint8_t>& simple) {
  std::vector<uint8_t> wholes;
  for (char32_t begin = 0; begin < 0x10000; begin += 0x1000) {
    const auto first = simple.begin() + kPageSize + 0x800 + static_cast<ptrdiff_t>(begin);
    const bool is_whole =
        std::all_of(first, first + 0x1000, [&](uint8_t fold) { return fold == *first; });
    wholes.push_back(is_whole ? *first : kNotSimple);
  }
  return wholes;
}

std::vector<uint8_t> PropertyEntries() {
  std::vector<uint8_t> entries(kCodePoints);
  for (char32_t value = 0; value < kCodePoints; ++value) entries[value] = PropertyByRule(value);
  return entries;
}

template <class Entry>
struct TwoStages {
  std::vector<size_t> block_of;
  std::vector<Entry> blocks;
};

// The number of the block in `blocks` that equals the one at `block`; it is appended if there is
// none.
template <class Entry>
size_t NumberOf(const Entry* block, size_t size, std::vector<Entry>& blocks) {
  const size_t count = blocks.size() / size;
  for (size_t number = 0; number < count; ++number) {
    if (std::equal(block, block + size, blocks.data() + number * size)) return number;
  }
  blocks.insert(blocks.end(), block, block + size);
  return count;
}

template <class Entry>
TwoStages<Entry> InTwoStages(const std::vector<Entry>& entries, int block_bits) {
  const size_t size = size_t{1} << block_bits;
  TwoStages<Entry> stages;
  for (size_t at = 0; at < entries.size(); at += size) {
    stages.block_of.push_back(NumberOf(entries.data() + at, size, stages.blocks));
  }
  return stages;
}

template <class Numbers>
void WriteArray(std::ostream& out, const std::string& declaration, const Numbers& numbers) {
  constexpr size_t kInLine = 20;
  out << "\nconst " << declaration << "[] = {";
  size_t count = 0;
  for (const auto number : numbers) {
    out << (count++ % kInLine == 0 ? "\n    " : " ") << static_cast<uint32_t>(number) << ',';
  }
  out << "\n};\n";
}

void WriteTables(std::ostream& out) {
  StringPool pool;
  const std::vector<uint16_t> entries = FoldEntries(FoldRules(), pool);
  const auto fold = InTwoStages(entries, kFoldBlockBits);
  const std::vector<uint8_t> simple = SimpleFolds(entries);
  const auto properties = InTwoStages(PropertyEntries(), kPropertyBlockBits);
  if (properties.blocks.size() >> kPropertyBlockBits > 256) {
    throw std::runtime_error("property blocks do not fit into a byte");
  }
  const size_t bytes =
      2 * (fold.block_of.size() + fold.blocks.size()) + pool.bytes().size() + simple.size();
  out << "// Made by make_fold_table.cc from ICU " << U_ICU_VERSION << ". Fold: " << bytes
      << " bytes; properties: " << properties.block_of.size() + properties.blocks.size()
      << " bytes.\n\n#include \"text/code_point_tables.h\"\n#include "
         "\"text/simple_fold_table.h\"\n\nnamespace gatepost {\n";
  out << "\nconst char kIcuVersion[] = \"" << U_ICU_VERSION << "\";\n";
  WriteArray(out, "uint16_t kFoldBlockOf", fold.block_of);
  WriteArray(out, "uint16_t kFoldBlocks", fold.blocks);
  WriteArray(out, "char kFoldStrings", pool.bytes());
  WriteArray(out, "uint8_t kSimpleFolds", simple);
  WriteArray(out, "uint8_t kWholeFoldsOf3", WholeFoldsOf3(simple));
  WriteArray(out, "uint8_t kPropertyBlockOf", properties.block_of);
  WriteArray(out, "uint8_t kPropertyBlocks", properties.blocks);
  out << "\n}  // namespace gatepost\n";
}

}  // namespace
}  // namespace gatepost

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_fold_table OUTPUT.cc\n";
    return EXIT_FAILURE;
  }
  try {
    std::ofstream out(argv[1]);
    gatepost::WriteTables(out);
    out.close();
    if (out) return EXIT_SUCCESS;
    std::cerr << "cannot write " << argv[1] << '\n';
  } catch (const std::exception& error) {
    std::cerr << "make_fold_table: " << error.what() << '\n';
  }
  return EXIT_FAILURE;
}
