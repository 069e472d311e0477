/** Registered features of accounts and KOLs, one row a night. */
package dev.kolrank.table.features;
