/** The record of operation: runs, steps, audits, publications. */
package dev.kolrank.table.ops;
