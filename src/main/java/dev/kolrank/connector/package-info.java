/**
 * The door: connectors declare how a crawler's records map onto the canonical columns; the landing
 * zone is listed against the ledger; each file is read and parsed once.
 */
package dev.kolrank.connector;
