/** Computes the registered features: one aggregate scan per source, then KOLs from accounts. */
package dev.kolrank.feature;
