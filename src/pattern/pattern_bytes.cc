#include "pattern/pattern_bytes.h"

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

// The members of each struct, in one list for writing and reading.
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
  } else {
    static_assert(Is<T, Pattern>);
    archive(value.id, value.name, value.category, value.severity, value.specificity, value.edges,
            value.compact, value.canonical, value.mask, value.replacement, value.advice,
            value.welsh, value.look_alikes, value.references, value.excludes, value.variants,
            value.contexts, value.companion, value.weights, value.values, value.where);
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
  void Write(const std::optional<Regex>& regex) {
    Write(regex.has_value());
    if (regex) Write(*regex);
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
  void Read(std::optional<Regex>& regex) {
    if (bytes_.Number() == 0) return;
    regex = Regex::Known({}, {}, 0);
    Read(*regex);
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

}  // namespace

std::string ToBytes(const std::vector<Pattern>& patterns) {
  Writer writer;
  writer(patterns);
  return writer.Take();
}

std::optional<std::vector<Pattern>> PatternsFrom(const SharedBytes& bytes) {
  Reader reader(bytes);
  std::vector<Pattern> patterns;
  reader(patterns);
  if (!reader.is_done()) return std::nullopt;
  return patterns;
}

}  // namespace gatepost
