/** What the crawls saw, as they saw it: append by batch, source file and line on every row. */
package dev.kolrank.table.bronze;
