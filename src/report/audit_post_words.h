#pragma once

// A post of a store, as answers of `gatepost audit` name it: never by its text.

#include <string>
#include <string_view>

#include "audit/audit_record.h"
#include "base/json_writer.h"

namespace gatepost {

// How an answer for a terminal is laid out.
struct TextLayout {
  bool uses_colour = false;
  uint32_t width = 80;  // columns
};

// "AmbridgeBC (x), 1 May 2024, https://…"; where there is no address the post's id, if it has one.
// Printable, in one line.
[[nodiscard]] std::string PostInWords(const AuditPost& post);
// The same; without an id its file and line.
[[nodiscard]] std::string PostInWords(const AuditPost& post, std::string_view input);

// "NHS number  *** *** **18"; a combination has no value, and is its name alone. Printable.
[[nodiscard]] std::string ValueInWords(std::string_view name, std::string_view masked);

// "archive.zip: data/tweets.js:17", as much of it as is known.
[[nodiscard]] std::string FileInWords(const AuditPost& post, std::string_view input);

// "ref" to "visibility_source", within an object that is open.
void WritePostMembers(const AuditPost& post, std::string_view input, JsonWriter& json);

// "pattern" to "fingerprint", likewise.
void WriteValueMembers(const AuditFinding& finding, JsonWriter& json);

// An argument as a shell takes it: in quotes where it has to be.
[[nodiscard]] std::string ShellArgument(std::string_view argument);

// JSON has no unsigned numbers; no count of ours comes near the end of the signed ones.
[[nodiscard]] constexpr int64_t JsonNumber(uint64_t count) { return static_cast<int64_t>(count); }

}  // namespace gatepost
