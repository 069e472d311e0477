/** The latest state of accounts, posts and comments, and the daily tiles that windows sum. */
package dev.kolrank.table.silver;
