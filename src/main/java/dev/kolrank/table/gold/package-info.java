/** What the night publishes. */
package dev.kolrank.table.gold;
