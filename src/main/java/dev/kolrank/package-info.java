/** Who influences whom, across every platform, every night. */
package dev.kolrank;
