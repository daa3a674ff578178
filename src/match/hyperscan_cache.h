#pragma once

// Triggers and their compiled database, kept from one run of a program to the next: finding and
// compiling them costs a tenth of a second, more than all else that checking one post does.
//
// A database is code that the library trusts. So it is read only from a folder that nobody else can
// write to, under a key that names everything it was made of, with a digest over all of its bytes;
// on any doubt it is not used.

#include <string>
#include <string_view>
#include <vector>

#include "base/private_folder.h"
#include "base/result.h"
#include "match/hyperscan_database.h"
#include "match/trigger_table.h"
#include "pattern/pattern.h"

namespace gatepost {

struct TriggerDatabase {
  TriggerTable table;
  HyperscanDatabase database;  // of the table's expressions
};

// 64 hex digits of all that the triggers and their database are made of: the regexes in their
// order, the cues, the code that finds triggers, and the library's version. (Its processor need not
// be named: see HyperscanDatabase.)
[[nodiscard]] std::string TriggerKey(const std::vector<Pattern>& patterns);

// What is kept under `key`, if it is whole and this library takes it.
[[nodiscard]] Result<TriggerDatabase> LoadTriggers(const PrivateFolder& folder,
                                                   std::string_view key);

// Keeps it under `key`, and of all kept ones only the newest few.
[[nodiscard]] Status StoreTriggers(const PrivateFolder& folder, std::string_view key,
                                   const TriggerDatabase& triggers);

}  // namespace gatepost
