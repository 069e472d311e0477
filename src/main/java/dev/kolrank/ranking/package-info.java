/** Audiences, tiers, the score and its explanation, the rankings. */
package dev.kolrank.ranking;
