/**
 * A world of creators with known truth, written the way the crawlers would have found it.
 *
 * <p>People are derived one by one from the seed and their index, so a world of any size needs
 * constant memory: {@link dev.kolrank.simulate.Simulation} walks drops and people, {@code Posts}
 * and {@code Comments} say what a crawl of one account sees, {@code Source} lists the crawlers, one
 * writer per source knows its file format, and {@code Truth} notes what only the simulator can
 * know. Every value passes through an {@code Observed} on its way into a file, so that {@code
 * ObservationTruth} can say what must be found there.
 */
package dev.kolrank.simulate;
