/** Measures kolrank against known truth. */
package dev.kolrank.job.evaluate;
