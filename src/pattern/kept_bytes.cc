#include "pattern/kept_bytes.h"

#include <bit>
#include <chrono>
#include <map>
#include <memory>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/bytes.h"

namespace gatepost {
namespace {

using List = std::shared_ptr<const std::vector<std::string>>;

template <class T, class Plain>
concept Is = std::is_same_v<std::remove_const_t<T>, Plain>;
template <class T>
concept IsNumber = std::is_integral_v<T> || std::is_enum_v<T>;

// The members of each struct that policies are made of, in one list for writing and reading.
template <class Archive, class T>
void VisitPolicyMembers(Archive& archive, T& value) {
  if constexpr (Is<T, Thresholds>) {
    archive(value.review, value.block, value.where);
  } else if constexpr (Is<T, PatternOverride>) {
    archive(value.is_enabled, value.points, value.thresholds, value.advice, value.welsh_advice,
            value.where);
  } else if constexpr (Is<T, ChannelPolicy>) {
    archive(value.mode, value.fallback, value.categories, value.overrides,
            value.placeholders_count);
  } else if constexpr (Is<T, OfficialContact>) {
    archive(value.pattern, value.value, value.reason, value.owner, value.expires, value.where);
  } else if constexpr (Is<T, CombinationPart>) {
    archive(value.pattern, value.category, value.words, value.min_score, value.where);
  } else if constexpr (Is<T, Combination>) {
    archive(value.name, value.all, value.action, value.advice, value.welsh_name, value.welsh_advice,
            value.where);
  } else if constexpr (Is<T, MonthRange>) {
    archive(value.first, value.last);
  } else if constexpr (Is<T, AuditGoals>) {
    archive(value.target_per_1000, value.baseline, value.baseline_per_1000);
  } else {
    static_assert(Is<T, Policy>);
    archive(value.name, value.hash, value.base, value.channels, value.official_contacts,
            value.combinations, value.audit, value.key_file);
  }
}

// The same of patterns.
template <class Archive, class T>
void VisitMembers(Archive& archive, T& value) {
  if constexpr (Is<T, SourcePlace>) {
    archive(value.file, value.line, value.column);
  } else if constexpr (Is<T, Mask>) {
    archive(value.kind, value.kept);
  } else if constexpr (Is<T, WeightedSum>) {
    archive(value.weights, value.modulus, value.rule, value.complement_of, value.position,
            value.table, value.alphabet);
  } else if constexpr (Is<T, Variant>) {
    archive(value.name, value.regex, value.checks, value.base, value.valid, value.where);
  } else if constexpr (Is<T, Context>) {
    archive(value.near, value.against, value.kinds, value.within_words, value.side, value.points,
            value.against_points, value.is_required, value.rules_out);
  } else if constexpr (Is<T, Companion>) {
    archive(value.patterns, value.within_words, value.points, value.where);
  } else if constexpr (Is<T, Weights>) {
    archive(value.phrases, value.within_words);
  } else if constexpr (Is<T, ValueRule>) {
    archive(value.label, value.points, value.regex, value.is, value.starts, value.ends);
  } else if constexpr (Is<T, Wording>) {
    archive(value.name, value.replacement, value.advice);
  } else if constexpr (Is<T, Pattern>) {
    archive(value.id, value.name, value.category, value.severity, value.specificity, value.edges,
            value.compact, value.canonical, value.mask, value.replacement, value.advice,
            value.welsh, value.look_alikes, value.references, value.excludes, value.variants,
            value.contexts, value.companion, value.weights, value.values, value.where);
  } else {
    VisitPolicyMembers(archive, value);
  }
}

class Writer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (Write(values), ...);
  }

  [[nodiscard]] std::string Take() { return std::move(bytes_); }

 private:
  template <class T>
  void Write(const T& value) {
    if constexpr (IsNumber<T>) {
      AppendNumber(static_cast<uint32_t>(value), bytes_);
    } else {
      VisitMembers(*this, value);
    }
  }
  template <class T>
  void Write(const std::vector<T>& values) {
    AppendNumber(static_cast<uint32_t>(values.size()), bytes_);
    for (const T& value : values) Write(value);
  }
  void Write(const std::string& text) { AppendString(text, bytes_); }
  template <class T>
  void Write(const PackedList<T>& list) {
    AppendString(list.packed(), bytes_);
  }
  void Write(const Regex& regex) {
    (*this)(regex.source(), regex.is_case_sensitive(), regex.max_width());
  }
  template <class T>
  void Write(const std::optional<T>& value) {
    Write(value.has_value());
    if (value) Write(*value);
  }
  template <class T>
  void Write(const std::map<std::string, T>& values) {
    AppendNumber(static_cast<uint32_t>(values.size()), bytes_);
    for (const auto& [name, value] : values) (*this)(name, value);
  }
  void Write(double number) {
    const auto bits = std::bit_cast<uint64_t>(number);
    AppendNumber(static_cast<uint32_t>(bits), bytes_);
    AppendNumber(static_cast<uint32_t>(bits >> 32), bytes_);
  }
  void Write(std::chrono::sys_days day) {
    AppendNumber(static_cast<uint32_t>(day.time_since_epoch().count()), bytes_);
  }
  // By name, or with an empty one as data.
  void Write(const Check& check) {
    const auto* named = std::get_if<const NamedCheck*>(&check);
    Write(named != nullptr ? std::string((*named)->name) : std::string());
    if (named == nullptr) Write(std::get<WeightedSum>(check));
  }
  // Its number among the lists; the entries with its first use. 0 is none.
  void Write(const List& list) {
    if (!list) return Write(0U);
    const auto [known, is_new] = lists_.emplace(list.get(), lists_.size() + 1);
    Write(known->second);
    if (is_new) Write(*list);
  }

  std::string bytes_;
  std::map<const void*, size_t> lists_;
};

class Reader {
 public:
  explicit Reader(const SharedBytes& bytes) : all_(bytes), bytes_(bytes.view()) {}

  template <class... T>
  void operator()(T&... values) {
    (Read(values), ...);
  }

  // All bytes were read, and nothing in them was strange.
  [[nodiscard]] bool is_done() const {
    return !is_strange_ && !bytes_.has_run_out() && bytes_.left() == 0;
  }

 private:
  template <class T>
  static T Blank() {
    if constexpr (std::is_same_v<T, Variant>) {
      return {{}, Regex::Known({}, {}, 0), {}, 0, 0, {}};
    } else if constexpr (std::is_same_v<T, Regex>) {
      return Regex::Known({}, {}, 0);
    } else {
      return {};
    }
  }

  template <class T>
  void Read(T& value) {
    if constexpr (IsNumber<T>) {
      value = static_cast<T>(bytes_.Number());
    } else {
      VisitMembers(*this, value);
    }
  }
  template <class T>
  void Read(std::vector<T>& values) {
    const size_t count = bytes_.Count(4);
    values.reserve(count);
    for (size_t i = 0; i < count; ++i) Read(values.emplace_back(Blank<T>()));
  }
  void Read(std::string& text) { text = bytes_.String(); }
  template <class T>
  void Read(PackedList<T>& list) {
    list = PackedList<T>::Of(all_.Part(bytes_.String()));
  }
  void Read(Regex& regex) {
    const std::string_view source = bytes_.String();
    const RegexOptions options{.is_case_sensitive = bytes_.Number() != 0};
    regex = Regex::Known(source, options, bytes_.Number());
  }
  template <class T>
  void Read(std::optional<T>& value) {
    if (bytes_.Number() == 0) return;
    value.emplace(Blank<T>());
    Read(*value);
  }
  template <class T>
  void Read(std::map<std::string, T>& values) {
    for (size_t left = bytes_.Count(4); left > 0; --left) {
      std::string name;
      Read(name);
      Read(values.emplace_hint(values.end(), std::move(name), T())->second);
    }
  }
  void Read(double& number) {
    const uint64_t low = bytes_.Number();
    number = std::bit_cast<double>(low | uint64_t{bytes_.Number()} << 32);
  }
  void Read(std::chrono::sys_days& day) {
    day = std::chrono::sys_days(std::chrono::days(static_cast<int32_t>(bytes_.Number())));
  }
  void Read(Check& check) {
    const std::string_view name = bytes_.String();
    if (name.empty()) return Read(check.emplace<WeightedSum>());
    check = FindCheck(name);
    is_strange_ |= std::get<const NamedCheck*>(check) == nullptr;
  }
  void Read(List& list) {
    const size_t number = bytes_.Number();
    if (number == 0) return;
    if (number <= lists_.size()) {
      list = lists_[number - 1];
      return;
    }
    std::vector<std::string> entries;
    Read(entries);
    list =
        lists_.emplace_back(std::make_shared<const std::vector<std::string>>(std::move(entries)));
  }

  SharedBytes all_;
  ByteReader bytes_;  // what is left of them
  std::vector<List> lists_;
  bool is_strange_ = false;
};

template <class T>
std::string BytesOf(const T& value) {
  Writer writer;
  writer(value);
  return writer.Take();
}

template <class T>
std::optional<T> ValueFrom(const SharedBytes& bytes) {
  Reader reader(bytes);
  T value;
  reader(value);
  if (!reader.is_done()) return std::nullopt;
  return value;
}

}  // namespace

std::string ToBytes(const std::vector<Pattern>& patterns) { return BytesOf(patterns); }
std::optional<std::vector<Pattern>> PatternsFrom(const SharedBytes& bytes) {
  return ValueFrom<std::vector<Pattern>>(bytes);
}

std::string ToBytes(const Policy& policy) { return BytesOf(policy); }
std::optional<Policy> PolicyFrom(const SharedBytes& bytes) { return ValueFrom<Policy>(bytes); }

}  // namespace gatepost
