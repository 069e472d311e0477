package dev.kolrank.silver.disclosure;

/**
 * A marker where it stands.
 *
 * @param place characters before it in its title or caption
 * @param tagsBefore hashtags before it, if it is one itself
 */
record Hit(Marker marker, int place, int tagsBefore) {}
