#pragma once

// What `gatepost audit triage` says: values to decide about, each with the command that does.

#include <cstddef>
#include <span>
#include <string>

#include "audit/triage.h"
#include "report/audit_post_words.h"

namespace gatepost {

struct TriageReport {
  std::span<const TriagedValue* const> values;  // ranked
  size_t limit = 50;                            // of those that are shown
  uint64_t findings = 0;                        // of all values
  std::string store;                            // as it was named
  const AccountBook* accounts = nullptr;        // may be nullptr
};

// The value of that place in the rank, from 1, in some lines.
void AppendTriagedValue(const TriageReport& report, size_t rank, const TextLayout& layout,
                        std::string& out);
void AppendTriageText(const TriageReport& report, const TextLayout& layout, std::string& out);
void AppendTriageJson(const TriageReport& report, std::string& out);

// "gatepost audit mark council.db hs1:… accepted --reason '…'".
[[nodiscard]] std::string MarkCommand(const std::string& store, const std::string& fingerprint);

}  // namespace gatepost
