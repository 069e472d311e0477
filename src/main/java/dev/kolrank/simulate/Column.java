package dev.kolrank.simulate;

import java.util.Locale;

/** The columns of observations that a format can carry, as kolrank's bronze tables name them. */
enum Column {
  ACCOUNT_ID,
  POST_ID,
  COMMENT_ID,
  OBSERVED_AT,
  HANDLE,
  NAME,
  BIO,
  LINK,
  VERIFIED,
  CATEGORY,
  LANGUAGE,
  REGION,
  FOLLOWERS,
  FOLLOWING,
  POSTS,
  LIKES_RECEIVED,
  VIEWS_RECEIVED,
  TYPICAL_VIEWS,
  TYPICAL_ENGAGEMENTS,
  CREATED_AT,
  PUBLISHED_AT,
  KIND,
  TITLE,
  TEXT,
  URL,
  TAGS,
  SPONSORED,
  REPOST,
  DURATION_S,
  VIEWS,
  LIKES,
  COMMENTS,
  SHARES,
  SAVES,
  COINS,
  DANMAKU,
  DISLIKES,
  PARENT_ID,
  AUTHOR_ID;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
