#pragma once

// Words and numbers as the reports of an audit write them.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "audit/exposure.h"
#include "audit/store.h"
#include "base/post.h"
#include "pattern/account_book.h"

namespace gatepost {

// For programs: "2024-05-01T09:30:00Z".
[[nodiscard]] std::string IsoTime(Time time);

// For people: "1 May 2024", "1 May 2024, 09:30 UTC", "May 2024". A month that is not "2024-05" is
// "no date".
[[nodiscard]] std::string DayInWords(std::chrono::sys_days day);
[[nodiscard]] std::string TimeInWords(Time time);
[[nodiscard]] std::string MonthInWords(std::string_view month);
// The day of it; "no date" without one.
[[nodiscard]] std::string PublishedInWords(const std::optional<Time>& published);
// "1 May 2024 to 3 June 2024", one day alone, or empty.
[[nodiscard]] std::string PeriodInWords(const std::optional<Time>& first,
                                        const std::optional<Time>& last);

// "1,234,567".
[[nodiscard]] std::string Grouped(uint64_t count);
// "1 post", "2,345 posts", "3 matches".
[[nodiscard]] std::string GroupedCount(uint64_t count, std::string_view noun);
// "1.2 KB", "3.4 GB".
[[nodiscard]] std::string BytesInWords(uint64_t bytes);
// "3.4", "-" if there is none.
[[nodiscard]] std::string RateInWords(const std::optional<double>& per_thousand);

// With `places` digits behind the point, at most 9; `number` is finite and below 1e15.
[[nodiscard]] std::string FixedText(double number, int places);

// "text", or "alt_text 2" for any but the first of its kind.
[[nodiscard]] std::string FieldInWords(FieldKind field, uint16_t nth);
// "yes", "no", "not known".
[[nodiscard]] std::string_view InWords(Visibility visibility);
// "open", "accepted", "removed", "no personal data", "let through".
[[nodiscard]] std::string_view InWords(Standing standing);
[[nodiscard]] std::string_view InWords(DecisionState state);
// "@council (mastodon)", "mastodon", "no account named".
[[nodiscard]] std::string AccountInWords(std::string_view source, std::string_view account);
// "Ambridge Borough Council, owner Communications, comms@example.org", as much of it as is known;
// empty for nullptr.
[[nodiscard]] std::string KnownAccountInWords(const Account* account);

// The address may be a link: it is http or https, and printable without spaces.
[[nodiscard]] bool IsWebAddress(std::string_view url);

}  // namespace gatepost
