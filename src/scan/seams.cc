#include "scan/seams.h"

#include <algorithm>
#include <utility>

namespace gatepost {
namespace {

bool IsBody(const Post& post, const Skeleton& skeleton) {
  return skeleton.view() == View::kPlain &&
         post.fields[skeleton.field().number()].kind == FieldKind::kText;
}

// Whoever wrote both, as far as the posts say.
bool IsSameAccount(std::string_view earlier, std::string_view later) {
  return earlier.empty() || later.empty() || earlier == later;
}

// The place of a part of the tail, which is `text` at `whole`.
EarlierPlace PartOf(const EarlierTail& tail, Span part) {
  EarlierPlace place = tail.place;
  OffsetCounter counter(tail.text);
  const LineColumn begin = counter.Place(part.begin);
  const SpanUnits units = counter.Units(part);
  const auto shifted = [](Span span, uint32_t by) { return Span{span.begin + by, span.end + by}; };
  place.span = {shifted(units.bytes, tail.place.span.bytes.begin),
                shifted(units.codepoints, tail.place.span.codepoints.begin),
                shifted(units.utf16, tail.place.span.utf16.begin)};
  place.begin.line += begin.line - 1;
  place.begin.column = begin.line == 1 ? place.begin.column + begin.column - 1 : begin.column;
  return place;
}

// The place is held for what stands there alone.
bool IsTaken(const Place& place, std::span<const Finding> findings) {
  return std::ranges::any_of(findings, [&place](const Finding& finding) {
    return finding.action != Action::kPass &&
           std::ranges::any_of(finding.places, [&place](const Place& its) {
             return its.field == place.field && its.span.Overlaps(place.span);
           });
  });
}

bool IsSameNumber(const Finding& a, const Finding& b) {
  return a.pattern == b.pattern && a.places == b.places && a.earlier == b.earlier;
}

}  // namespace

std::optional<EarlierTail> TailOf(const Post& post, std::span<const Skeleton> skeletons) {
  const auto last = std::find_if(skeletons.rbegin(), skeletons.rend(),
                                 [&post](const Skeleton& s) { return IsBody(post, s); });
  if (last == skeletons.rend()) return std::nullopt;
  const auto tail = TailOf(*last);
  if (!tail) return std::nullopt;
  OffsetCounter counter(last->original());
  const Field& field = post.fields[last->field().number()];
  return EarlierTail{std::string(Cut(last->original(), *tail)),
                     std::string(post.account.substr(0, kMaxKeptId)),
                     EarlierPlaceOf(post, field, counter, *tail)};
}

void Seams::Find(const Post& post, std::span<const Skeleton> skeletons, const EarlierTail* earlier,
                 const Matcher& matcher, Matcher::Scratch& scratch, const ScoreMatch& score,
                 std::vector<Finding>& findings) {
  batch_.Clear();
  sides_.clear();
  of_skeleton_.clear();
  if (earlier != nullptr) AddEarlier(skeletons, *earlier, post);
  AddFields(skeletons);
  if (batch_.empty() || !matcher.FindMatches(batch_, scratch, matches_)) return;
  std::vector<Finding> found;
  for (std::span<const Match> left(matches_); !left.empty();) {
    const std::span<const Match> matches = OfFirstSkeleton(left);
    left = left.subspan(matches.size());
    FindOver(matches, {earlier, score, findings}, found);
  }
  std::ranges::move(found, std::back_inserter(findings));
}

void Seams::FindOver(std::span<const Match> matches, const Search& search,
                     std::vector<Finding>& found) const {
  const Skeleton skeleton = batch_[matches.front().skeleton];
  const Sides& sides = *of_skeleton_[matches.front().skeleton.number()];
  for (size_t which = 0; which < matches.size(); ++which) {
    const Span original = skeleton.ToOriginal(matches[which].span);
    if (original.begin >= sides.cut || original.end <= sides.cut) continue;
    auto finding = search.score(skeleton, matches, which);
    if (!finding) continue;
    SetPlaces(sides, search.earlier, *finding);
    const bool is_known =
        std::ranges::any_of(finding->places,
                            [&](const Place& place) { return IsTaken(place, search.known); }) ||
        std::ranges::any_of(found, [&](const Finding& f) { return IsSameNumber(f, *finding); });
    if (!is_known) found.push_back(std::move(*finding));
  }
}

void Seams::AddFields(std::span<const Skeleton> skeletons) {
  const Skeleton* last = nullptr;  // plain one
  for (const Skeleton& skeleton : skeletons) {
    if (skeleton.view() != View::kPlain) continue;
    const Skeleton* const first = std::exchange(last, &skeleton);
    if (first == nullptr) continue;
    const auto tail = TailOf(*first);
    const auto head = tail ? HeadOf(skeleton) : std::nullopt;
    if (!head) continue;
    Add({Place{first->field(), *tail},
         {skeleton.field(), *head},
         tail->size(),
         std::string(Cut(first->original(), *tail)).append(Cut(skeleton.original(), *head))});
  }
}

void Seams::AddEarlier(std::span<const Skeleton> skeletons, const EarlierTail& earlier,
                       const Post& post) {
  if (!IsSameAccount(earlier.account, post.account.substr(0, kMaxKeptId))) return;
  const auto body =
      std::ranges::find_if(skeletons, [&](const Skeleton& s) { return IsBody(post, s); });
  const auto head = body == skeletons.end() ? std::nullopt : HeadOf(*body);
  if (!head) return;
  Add({std::nullopt,
       {body->field(), *head},
       static_cast<uint32_t>(earlier.text.size()),
       earlier.text + std::string(Cut(body->original(), *head))});
}

void Seams::Add(Sides sides) {
  const Sides& kept = sides_.emplace_back(std::move(sides));
  const Way way = kept.first ? Way::kOverFields : Way::kOverPosts;
  AddSeam({kept.original, kept.cut, way, PostIndex(0), kept.second.field}, batch_);
  of_skeleton_.resize(batch_.size(), &kept);
}

void Seams::SetPlaces(const Sides& sides, const EarlierTail* earlier, Finding& finding) {
  const Span original = finding.places.front().span;
  const Place second{sides.second.field,
                     {sides.second.span.begin, sides.second.span.begin + original.end - sides.cut}};
  const Span tail{original.begin, sides.cut};
  if (!sides.first) {
    EarlierPlace place = PartOf(*earlier, tail);
    place.pattern = finding.pattern;
    place.masked = finding.masked;
    finding.earlier.push_back(std::move(place));
    finding.places = {second};
    return;
  }
  const uint32_t begin = sides.first->span.begin;
  finding.places = {{sides.first->field, {begin + tail.begin, begin + tail.end}}, second};
}

}  // namespace gatepost
