#pragma once

// Options that name a file to write.

#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace gatepost {

// What of a command's other files one that is written may be, and what else it may not.
struct WrittenFile {
  std::string may_be = {};      // the name of an option whose file may be written anew
  std::string not_either = {};  // a file that is read though nobody named it
};

// Makes it an option of `command` that names a FILE, and refuses that file if another option names
// it, however it is spelled, or a folder in which it lies: it would be read, and then be gone.
void NamesWrittenFile(CLI::App& command, CLI::Option* option, const WrittenFile& file = {});

}  // namespace gatepost
