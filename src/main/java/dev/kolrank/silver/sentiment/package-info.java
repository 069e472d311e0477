/** How people feel in comments and captions. */
package dev.kolrank.silver.sentiment;
