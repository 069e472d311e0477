/** What the search for one person's accounts hands from step to step; none of it is stored. */
package dev.kolrank.table.matching;
