#pragma once

// What a CSV file's columns are for, by how it begins and by what the user says of it.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "post/csv_reader.h"
#include "post/member_role.h"
#include "post/post_format.h"
#include "post/written_time.h"

namespace gatepost {

// Files of exports that are known by their names of columns.
enum class KnownCsv : uint8_t {
  kNone,
  kLinkedInShares,
  kLinkedInComments,
  kRedditComments,
  kRedditPosts,
  kHootsuite,  // no names: a time, a text and a link
  kMessages,   // private ones, of whatever platform
  kNoPosts,    // connections, votes
};

struct CsvLayout {
  CsvDialect dialect;
  std::optional<uint64_t> header;   // the row of names, by number; nullopt: there is none
  std::vector<MemberRole> columns;  // of those beyond it nothing is known: they are kOther
  KnownCsv known = KnownCsv::kNone;
  DateOrder date_order = DateOrder::kDayFirst;
};

// kUsage for a map (ReadOptions::map) that calls a column what none can be.
[[nodiscard]] Status CheckMap(const std::map<std::string, std::string>& map);

// `map` is ReadOptions::map. kUsage if it names what does not exist.
[[nodiscard]] Result<CsvLayout> LayoutOf(const FileHead& head,
                                         const std::map<std::string, std::string>& map);

}  // namespace gatepost
