#pragma once

// Numbers broken over two fields of a post, or over two posts of a conversation.

#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/post.h"
#include "judge/evidence.h"
#include "judge/finding.h"
#include "match/matcher.h"
#include "text/seam.h"
#include "text/skeleton.h"

namespace gatepost {

// The end of the post's last text, if a number in the next post may go on from it.
[[nodiscard]] std::optional<EarlierTail> TailOf(const Post& post,
                                                std::span<const Skeleton> skeletons);

// Scores the match of that number among those of one skeleton of the batch.
using ScoreMatch =
    std::function<std::optional<Finding>(const Skeleton&, std::span<const Match>, size_t which)>;

// Memory for one worker, reused from post to post.
class Seams {
 public:
  // Adds to `findings` what is found over the seams between the fields of one post and, if there is
  // an `earlier` tail, between that and the post's first text. `skeletons` are the post's, in their
  // order. A number that is found by itself on one side of a seam does not go on over it. Numbers
  // that the engine cannot look for are not found: the same engine has looked at the post before.
  void Find(const Post& post, std::span<const Skeleton> skeletons, const EarlierTail* earlier,
            const Matcher& matcher, Matcher::Scratch& scratch, const ScoreMatch& score,
            std::vector<Finding>& findings);

 private:
  struct Sides {
    std::optional<Place> first;  // the tail; nothing: it stands in an earlier post
    Place second;                // the head
    uint32_t cut = 0;            // where the head begins in
    std::string original;        // both, one after the other
  };

  struct Search {
    const EarlierTail* earlier;
    const ScoreMatch& score;
    std::span<const Finding> known;
  };
  // Adds to `found` what the matches of one skeleton are over its seam, but for what is known.
  void FindOver(std::span<const Match> matches, const Search& search,
                std::vector<Finding>& found) const;
  void AddFields(std::span<const Skeleton> skeletons);
  void AddEarlier(std::span<const Skeleton> skeletons, const EarlierTail& earlier,
                  const Post& post);
  void Add(Sides sides);
  // From the one place in the text put together to those in its parts.
  static void SetPlaces(const Sides& sides, const EarlierTail* earlier, Finding& finding);

  SkeletonBatch batch_;
  MatchList matches_;
  std::deque<Sides> sides_;  // their originals are borrowed by the batch
  std::vector<const Sides*> of_skeleton_;
};

}  // namespace gatepost
