/** What the score is made of on its way to gold; never stored. */
package dev.kolrank.table.ranking;
