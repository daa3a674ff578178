#include "cli/reading_setup.h"

#include <CLI/CLI.hpp>

#include "post/csv_layout.h"
#include "scan/scanner.h"

namespace gatepost {

void AddMapOption(CLI::App& command, ReadingSetup& setup) {
  command
      .add_option("--map", setup.map,
                  "What the columns of CSV files are, as for the audit: text=2,date=1")
      ->type_name("MAP")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
}

Status ReadMap(const std::vector<std::string>& arguments, ReadOptions& read) {
  for (const std::string& argument : arguments) {
    for (const std::string& pair : CLI::detail::split(argument, ',')) {
      const size_t sign = pair.find('=');
      if (sign == std::string::npos || sign == 0 || sign + 1 == pair.size()) {
        return Fail(ErrorCode::kUsage,
                    "--map is written as text=2,date=1: what a column is, and its number or name.");
      }
      read.map[pair.substr(0, sign)] = pair.substr(sign + 1);
    }
  }
  return CheckMap(read.map);
}

Result<PostWalkOptions> WalkOptionsOf(const ReadingSetup& setup) {
  PostWalkOptions options;
  options.read.max_post_bytes = kDefaultMaxPostBytes;
  options.read.includes_private = setup.includes_private;
  if (const Status status = ReadMap(setup.map, options.read); !status) return Fail(status.error());
  return options;
}

}  // namespace gatepost
