// Writes the table that name_words.h declares, from lists of words. Run by the build:
// make_name_table OUTPUT.cc FIRST_NAMES SURNAMES COMMON_WORDS NEVER_NAMES

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "validate/name_words.h"

namespace gatepost {
namespace {

using Words = std::map<std::string, NameLists>;

// Lines that begin with # say where the words are from.
void AddList(const std::string& path, NameLists list, Words& words) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot be read: " + path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    const bool is_word =
        line.size() <= NameTable::kMaxWordBytes &&
        std::all_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_word) throw std::runtime_error("is no word in lower case: \"" + line + "\" in " + path);
    NameLists& lists = words[line];
    lists = static_cast<NameLists>(lists | list);
  }
}

// Half of the slots stay free at least, so that a look-up ends soon.
std::vector<uint32_t> SlotsOf(const Words& words, std::string& text) {
  size_t count = 1;
  while (count < 2 * words.size()) count *= 2;
  std::vector<uint32_t> slots(count, 0);
  for (const auto& [word, lists] : words) {
    size_t at = HashOfName(word) & (count - 1);
    while (slots[at] != 0) at = (at + 1) & (count - 1);
    slots[at] = NameTable::Slot(text.size(), word.size(), lists);
    text += word;
  }
  if (text.size() > NameTable::kMaxTextBytes) throw std::runtime_error("the lists are too long");
  return slots;
}

void Write(const Words& words, std::ostream& out) {
  std::string text;
  const std::vector<uint32_t> slots = SlotsOf(words, text);
  out << "#include \"validate/name_words.h\"\n\nnamespace gatepost {\nnamespace {\n\n"
      << "constexpr char kText[] =";
  constexpr size_t kLineBytes = 90;
  for (size_t at = 0; at < text.size(); at += kLineBytes) {
    out << "\n    \"" << text.substr(at, kLineBytes) << '"';
  }
  out << ";\n\nconstexpr uint32_t kSlots[] = {";
  for (size_t i = 0; i < slots.size(); ++i)
    out << (i % 10 == 0 ? "\n    " : " ") << slots[i] << ',';
  out << "\n};\n\n}  // namespace\n\n"
      << "extern constexpr NameTable kNameTable = {{kText, sizeof kText - 1}, kSlots, "
      << slots.size() - 1 << "};\n\n}  // namespace gatepost\n";
}

int Run(int argc, char** argv) {
  if (argc != 6) throw std::runtime_error("usage: make_name_table OUTPUT.cc and four lists");
  Words words;
  for (int i = 0; i < 4; ++i) AddList(argv[2 + i], static_cast<NameLists>(1U << i), words);
  std::ofstream out(argv[1]);
  Write(words, out);
  out.close();
  if (!out) throw std::runtime_error("cannot be written: " + std::string(argv[1]));
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace gatepost

int main(int argc, char** argv) {
  try {
    return gatepost::Run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "make_name_table: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
