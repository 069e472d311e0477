package dev.kolrank.simulate;

import java.util.List;

/** A post as one drop saw it. */
record SeenPost(PostDraft draft, long at, Metrics metrics, List<Comment> comments) {

  List<Comment> replies(Comment root) {
    return comments.stream().filter(comment -> comment.parent().equals(root.id())).toList();
  }

  /** The likes of a comment by now. */
  long likes(Comment comment, Site site) {
    return (long) (comment.likes() * life(at - comment.at(), site));
  }

  /** The share of its metrics that a post has gathered after so many seconds. */
  static double life(long age, Site site) {
    return 1 - StrictMath.exp(-age / (site.life() * Timeline.DAY));
  }
}
