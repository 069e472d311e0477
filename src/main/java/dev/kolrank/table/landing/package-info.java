/** What passes through the door on its way to bronze; never stored. */
package dev.kolrank.table.landing;
