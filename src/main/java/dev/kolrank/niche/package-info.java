/** Niches: texts in the taxonomy's anchor space, clustered; soft memberships. */
package dev.kolrank.niche;
