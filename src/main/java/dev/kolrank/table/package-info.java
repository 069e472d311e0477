/** Every table of the lake, one class each: its columns, grain, key, write mode and checks. */
package dev.kolrank.table;
