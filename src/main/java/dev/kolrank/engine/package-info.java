/** Runs plans against a lake: builds, audits, commits, publishes. The only package that writes. */
package dev.kolrank.engine;
