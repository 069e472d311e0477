/** Which accounts belong to one KOL. */
package dev.kolrank.table.identity;
