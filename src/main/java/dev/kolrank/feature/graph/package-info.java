/** Ranks in the graph of accounts that turn to each other, in whole numbers. */
package dev.kolrank.feature.graph;
